//! File: every table that one file holds, read at once.

use super::{Problem, ReadError, ReadOptions, ReadStep, Reader, Table};

/// A table of a file.
#[derive(Clone, Debug)]
pub struct FileTable {
    /// Its name inside the file; empty when the file holds one table without a name.
    pub name: String,
    pub table: Table,
    pub problems: Vec<Problem>,
}

/// Reads every table of a file: more than one of an archive or an audit file, and of other files one.
///
/// # Errors
/// As [`Reader::into_result`] for the first table; another that cannot be read is left out.
pub fn read_all(bytes: &[u8], options: &ReadOptions) -> Result<Vec<FileTable>, ReadError> {
    let mut reader = Reader::new(options.clone());
    reader.feed(bytes);
    while matches!(reader.step(usize::MAX), ReadStep::More { .. }) {}
    let others = reader.others();
    let mut tables = Vec::with_capacity(1 + others.len());
    for (place, reader) in std::iter::once(reader).chain(others).enumerate() {
        let name = reader.name().to_owned();
        match reader.into_result() {
            Ok((table, problems)) => tables.push(FileTable { name, table, problems }),
            Err(error) if place == 0 => return Err(error),
            Err(_) => {}
        }
    }
    Ok(tables)
}
