//! Audit file: Auditfile Financieel (XAF 3.2 and 4.0) as two tables: the customers, and what was invoiced to them.
//!
//! Revenue is what a sale books on profit-and-loss accounts, without VAT; credit notes are negative. A sale is an entry in
//! a sales journal, or another entry (no purchase, bank, cash or opening) that names a customer and books on such
//! accounts. Cost of goods sold stands apart when the accounts tell it: by their RGS code, else by the Dutch decimal
//! system (7… beside 8…). Payment days run from the invoice to the entry that settles it on the same invoice number.
//! Older (3.0, 3.1) and home-made files with the same elements read as well; names count, not the namespace.

use std::collections::BTreeMap;

use quick_xml::Reader as XmlReader;
use quick_xml::events::{BytesStart, Event};

use super::Part;
use super::audit_lines::{Book, Customer, Entry, Line};
use super::decode::decode_all;
use super::xml::push_entity;
use crate::table::{ReadError, ReadOptions};

/// Elements deeper than this are nobody's audit file.
const DEEPEST: usize = 64;

/// Reads an audit file: what was invoiced first, the customers second.
///
/// # Errors
/// [`ReadError::Empty`] when it names no customers and holds no sales, [`ReadError::Damaged`] when the XML breaks off
/// before anything was read.
pub(super) fn open(bytes: &[u8], options: &ReadOptions) -> Result<Vec<Part>, ReadError> {
    let (text, encoding, declared) = decode_all(bytes, options.encoding.as_deref());
    let mut walk = Walk::default();
    let whole = walk.read(&text);
    walk.book.into_parts(whole, &(encoding, declared))
}

/// A walk through the elements, in one pass.
#[derive(Debug, Default)]
struct Walk {
    path: Vec<String>,
    text: String,
    /// The fields of the record that is open, by element name.
    fields: BTreeMap<String, String>,
    line: Line,
    entry: Entry,
    book: Book,
}

impl Walk {
    /// Whether the file was read to its end.
    fn read(&mut self, text: &str) -> bool {
        let mut reader = XmlReader::from_str(text);
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_dangling_amp = true;
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => {
                    if self.path.len() >= DEEPEST {
                        return false;
                    }
                    self.open(&tag);
                }
                Ok(Event::Text(text)) => self.text.push_str(&text.xml10_content()),
                Ok(Event::CData(text)) => self.text.push_str(&text.xml10_content()),
                Ok(Event::GeneralRef(entity)) => push_entity(&mut self.text, &entity),
                Ok(Event::End(_)) => self.close(),
                Ok(Event::Eof) => return self.path.is_empty(),
                Ok(_) => {}
                Err(_) => return false,
            }
        }
    }

    fn open(&mut self, tag: &BytesStart) {
        let name = tag.local_name().as_ref().to_owned();
        self.text.clear();
        match name.as_str() {
            "customerSupplier" | "ledgerAccount" | "sbLine" | "obSbLine" => self.fields.clear(),
            "journal" => self.book.begin_journal(),
            "transaction" => self.entry = Entry::default(),
            "trLine" => self.line = Line::default(),
            _ => {}
        }
        self.path.push(name);
    }

    fn close(&mut self) {
        let Some(name) = self.path.pop() else { return };
        let value = self.text.trim().to_owned();
        self.text.clear();
        let parent = self.path.last().map_or("", String::as_str);
        match parent {
            "trLine" => self.line.set(&name, value),
            "transaction" if name != "trLine" => self.entry.set(&name, value),
            "journal" if name != "transaction" => self.book.set_journal(&name, &value),
            "streetAddress" | "postalAddress" | "customerSupplier" | "ledgerAccount" | "sbLine"
            | "obSbLine" | "taxonomyElement"
                if !value.is_empty() =>
            {
                self.fields.entry(name.clone()).or_insert(value);
            }
            _ => {}
        }
        match name.as_str() {
            "customerSupplier" => {
                let fields = std::mem::take(&mut self.fields);
                self.book.add_customer(Customer::from_fields(fields));
            }
            "ledgerAccount" => {
                let fields = std::mem::take(&mut self.fields);
                self.book.add_account(&fields);
            }
            "sbLine" | "obSbLine" => {
                let fields = std::mem::take(&mut self.fields);
                self.book.add_due_date(&fields);
            }
            "trLine" => self.entry.lines.push(std::mem::take(&mut self.line)),
            "transaction" => {
                let entry = std::mem::take(&mut self.entry);
                self.book.add_entry(entry);
            }
            _ => {}
        }
    }
}
