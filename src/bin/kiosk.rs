//! WASM entry of the kiosk.

fn main() {
    petition_kiosk::kiosk::start();
}
