//! The keyboard on the screen as a program of its own; see `petition_kiosk::input`.

fn main() {
    petition_kiosk::input::start();
}
