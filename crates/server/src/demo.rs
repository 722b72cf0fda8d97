//! The demonstration's matters. Only `--demo` calls this.

use crate::app::App;

/// Makes the invented matters where there are none yet.
pub async fn seed(_app: &App) -> anyhow::Result<()> {
    Ok(())
}
