//! WASM entry of the phone.

fn main() {
    petition_kiosk::phone::start();
}
