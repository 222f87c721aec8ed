//! The worker's entry point.

fn main() {
    kernklant::worker::host::start();
}
