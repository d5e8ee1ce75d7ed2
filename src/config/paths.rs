//! The folders of the reader's own files, as the XDG Base Directory Specification has them on every system.

use std::env;
use std::path::PathBuf;

use etcetera::BaseStrategy;
use etcetera::base_strategy::Xdg;

/// Names another folder than [`data_folder`] would find.
pub const DATA_VARIABLE: &str = "LINIMASA_DATA";

/// The folder for what the reader made: `LINIMASA_DATA`, else `linimasa` in the data folder of the system. It need not
/// exist; `None` where the system tells no home.
pub fn data_folder() -> Option<PathBuf> {
    let told = env::var_os(DATA_VARIABLE).filter(|value| !value.is_empty());
    told.map(PathBuf::from).or_else(|| Xdg::new().ok().map(|xdg| xdg.data_dir().join("linimasa")))
}
