//! Calendar entries as iCalendar text (RFC 5545).

use jiff::civil::Date;

use crate::i18n::Language;

/// The day to choose core customers again.
pub fn review_day(day: Date, language: Language) -> String {
    let (title, text) = match language {
        Language::Nl => (
            "Kernklanten opnieuw kiezen",
            "Lees de nieuwe klantenlijst in, leg de bewaarde ronde ernaast en vergelijk.",
        ),
        Language::En => (
            "Choose core customers again",
            "Load the new customer list, put the saved round beside it and compare.",
        ),
    };
    one_day(day, title, text)
}

/// A calendar of all-day entries: each with its day and title, all with the same description.
pub fn days(entries: impl IntoIterator<Item = (Date, String)>, description: &str) -> String {
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kernklant//Kernklant//NL"].map(str::to_owned);
    let entries = entries.into_iter().flat_map(|(day, title)| entry(day, &title, description));
    head.into_iter().chain(entries).chain(["END:VCALENDAR".to_owned()]).map(|line| folded(&line)).collect()
}

fn one_day(day: Date, title: &str, description: &str) -> String {
    days([(day, title.to_owned())], description)
}

/// One all-day entry. The id follows from the day and the title, so that importing twice gives one entry.
fn entry(day: Date, title: &str, description: &str) -> [String; 7] {
    let (year, month, of_month) = (day.year(), day.month(), day.day());
    let stamp = format!("{year:04}{month:02}{of_month:02}");
    [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{stamp}-{:08x}@kernklant", checksum(title)),
        format!("DTSTAMP:{stamp}T000000Z"),
        format!("DTSTART;VALUE=DATE:{stamp}"),
        format!("SUMMARY:{}", escaped(title)),
        format!("DESCRIPTION:{}", escaped(description)),
        "END:VEVENT".to_owned(),
    ]
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Lines are at most 75 bytes; longer ones go on after a line end and a blank.
fn folded(line: &str) -> String {
    let mut out = String::new();
    let mut room = 75;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            out.push_str("\r\n ");
            room = 74;
        }
        room -= letter.len_utf8();
        out.push(letter);
    }
    out.push_str("\r\n");
    out
}

/// FNV-1a, only to tell titles apart.
fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::one_day;

    fn check(title: &str, line: &str) {
        let text = one_day(date(2027, 5, 3), title, "");
        assert!(text.split("\r\n").any(|found| found == line), "{text}");
    }

    #[test]
    fn an_entry_has_its_day_and_its_words() {
        check("Kies", "DTSTART;VALUE=DATE:20270503");
        check("Kies, opnieuw; nu", "SUMMARY:Kies\\, opnieuw\\; nu");
    }

    #[test]
    fn long_lines_are_folded_between_letters() {
        let text = one_day(date(2027, 5, 3), &"é".repeat(100), "");
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert!(text.replace("\r\n ", "").contains(&"é".repeat(100)));
    }
}
