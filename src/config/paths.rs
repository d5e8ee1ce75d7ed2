//! The folders of the reader's own files, as the XDG Base Directory Specification has them on every system.

use std::env;
use std::path::PathBuf;

use etcetera::BaseStrategy;
use etcetera::base_strategy::Xdg;

/// Names another folder than [`config_folder`] would find.
pub const CONFIG_VARIABLE: &str = "LINIMASA_CONFIG";

/// The folder for what the reader set up: `LINIMASA_CONFIG`, else `linimasa` in the config folder of the system. It need
/// not exist; `None` where the system tells no home.
pub fn config_folder() -> Option<PathBuf> {
    let told = env::var_os(CONFIG_VARIABLE).filter(|value| !value.is_empty());
    told.map(PathBuf::from).or_else(|| Xdg::new().ok().map(|xdg| xdg.config_dir().join("linimasa")))
}
