//! Compound: the container of old Excel files, checked before it is read, since files that were cut off are common.
//!
//! The file is a row of sectors; a table (FAT) says which sector follows which, and a directory where each stream begins.

/// Sector numbers from here on mean "end" or "free".
const RESERVED: u32 = 0xFFFF_FFFA;
const ENTRY: usize = 128;
/// Shorter streams live in the small stream.
const SMALL: usize = 4096;
const SMALL_SECTOR: usize = 64;

/// A compound file as far as its container goes.
struct Compound<'b> {
    bytes: &'b [u8],
    sector: usize,
    /// Which sector follows which.
    next: Vec<u32>,
}

/// Whether the container is whole: the directory and the workbook's stream lie inside the file.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    Compound::of(bytes).and_then(|file| file.has_workbook()).unwrap_or(false)
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|four| four.try_into().ok().map(u32::from_le_bytes))
}

impl<'b> Compound<'b> {
    fn of(bytes: &'b [u8]) -> Option<Self> {
        let sector = match bytes.get(30..32)? {
            [9, 0] => 512,
            [12, 0] => 4096,
            _ => return None,
        };
        let mut file = Self { bytes, sector, next: Vec::new() };
        let mut tables: Vec<u32> = words(bytes.get(76..512)?).filter(|id| *id < RESERVED).collect();
        let (mut more, mut seen) = (word(bytes, 68)?, 0);
        while more < RESERVED {
            let sector = file.sector(more)?;
            let (rest, last) = sector.split_at(sector.len().checked_sub(4)?);
            tables.extend(words(rest).filter(|id| *id < RESERVED));
            more = word(last, 0)?;
            seen += 1;
            if seen > file.sectors() {
                return None;
            }
        }
        for table in tables {
            let next: Vec<u32> = words(file.sector(table)?).collect();
            file.next.extend(next);
        }
        Some(file)
    }

    fn sectors(&self) -> usize {
        self.bytes.len().saturating_sub(self.sector).div_ceil(self.sector)
    }

    /// The bytes of a sector; the file's last one may be short.
    fn sector(&self, id: u32) -> Option<&'b [u8]> {
        let start = self.sector.checked_mul(id as usize + 1)?;
        let end = (start + self.sector).min(self.bytes.len());
        self.bytes.get(start..end).filter(|found| !found.is_empty())
    }

    /// The sectors of a stream in order; `None` when one lies outside the file or they run in a circle.
    fn chain(&self, start: u32) -> Option<Vec<u32>> {
        let (mut id, mut found) = (start, Vec::new());
        while id < RESERVED {
            self.sector(id)?;
            found.push(id);
            if found.len() > self.sectors() {
                return None;
            }
            id = *self.next.get(id as usize)?;
        }
        Some(found)
    }

    fn stream(&self, start: u32) -> Option<Vec<u8>> {
        Some(self.chain(start)?.into_iter().filter_map(|id| self.sector(id)).flatten().copied().collect())
    }

    fn has_workbook(&self) -> Option<bool> {
        let directory = self.stream(word(self.bytes, 48)?)?;
        let entries: Vec<&[u8]> = directory.chunks_exact(ENTRY).collect();
        let (root, small_starts) = (*entries.first()?, word(self.bytes, 60)?);
        let small_table: Vec<u32> = words(&self.stream(small_starts)?).collect();
        let small_room = self.chain(word(root, 116)?)?.len() * self.sector;
        for entry in entries {
            let name: String = char::decode_utf16(
                entry[..64]
                    .chunks_exact(2)
                    .map(|two| u16::from_le_bytes([two[0], two[1]]))
                    .take_while(|unit| *unit != 0),
            )
            .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
            if !name.eq_ignore_ascii_case("workbook") && !name.eq_ignore_ascii_case("book") {
                continue;
            }
            let (mut id, length) = (word(entry, 116)?, word(entry, 120)? as usize);
            if length >= SMALL {
                return Some(self.chain(id)?.len() * self.sector >= length);
            }
            let mut steps = 0;
            while id < RESERVED {
                steps += 1;
                if (id as usize + 1) * SMALL_SECTOR > small_room || steps > small_table.len() {
                    return None;
                }
                id = *small_table.get(id as usize)?;
            }
            return Some(steps * SMALL_SECTOR >= length);
        }
        Some(false)
    }
}
