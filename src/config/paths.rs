//! The folders of the reader's own files, as the XDG Base Directory Specification has them on every system.

use std::env;
use std::path::PathBuf;

use etcetera::BaseStrategy;
use etcetera::base_strategy::Xdg;

/// Names another folder than [`config_folder`] would find.
pub const CONFIG_VARIABLE: &str = "LINIMASA_CONFIG";

/// Names another folder than [`data_folder`] would find.
pub const DATA_VARIABLE: &str = "LINIMASA_DATA";

/// The folder for what the reader set up: `LINIMASA_CONFIG`, else `linimasa` in the config folder of the system. It need
/// not exist; `None` where the system tells no home.
pub fn config_folder() -> Option<PathBuf> {
    folder(CONFIG_VARIABLE, Xdg::config_dir)
}

/// The folder for what the reader made: `LINIMASA_DATA`, else `linimasa` in the data folder of the system. It need not
/// exist; `None` where the system tells no home.
pub fn data_folder() -> Option<PathBuf> {
    folder(DATA_VARIABLE, Xdg::data_dir)
}

fn folder(variable: &str, of_system: impl Fn(&Xdg) -> PathBuf) -> Option<PathBuf> {
    let told = env::var_os(variable).filter(|value| !value.is_empty());
    told.map(PathBuf::from).or_else(|| Xdg::new().ok().map(|xdg| of_system(&xdg).join("linimasa")))
}
