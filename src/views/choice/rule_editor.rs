//! The editor of one success factor: what it is about, how that is held against what, part by part.

use serde::Serialize;

use super::subjects::{Subject, Subjects};
use crate::i18n::explain::{rule_words, shows_as_share};
use crate::i18n::{Format, words::factors as words};
use crate::recipe::{Comparison, Quantity, Rule, Setting, path};
use crate::views::Request;
use crate::views::sheet::{Block, Choice, Control, ControlKind, Doing, Link, Setter, Tone};

/// How a subject is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Test {
    Compare(Comparison),
    Top,
    Bottom,
    Median,
    Filled,
    Empty,
    Reads,
    ReadsNot,
}

const NUMBER_TESTS: [Test; 7] = [
    Test::Compare(Comparison::AtLeast),
    Test::Compare(Comparison::MoreThan),
    Test::Compare(Comparison::AtMost),
    Test::Compare(Comparison::LessThan),
    Test::Top,
    Test::Bottom,
    Test::Median,
];
const TEXT_TESTS: [Test; 4] = [Test::Reads, Test::ReadsNot, Test::Filled, Test::Empty];

/// Makes the blocks that edit one rule.
#[derive(Clone, Copy)]
pub struct RuleEditor<'a> {
    pub subjects: &'a Subjects,
    pub setter: Setter<'a>,
    pub format: Format,
}

impl<'a> RuleEditor<'a> {
    /// For the reader of this request.
    pub fn new(subjects: &'a Subjects, setter: Setter<'a>, request: &Request) -> Self {
        Self { subjects, setter, format: request.format }
    }

    /// The whole rule that stands at `path` in the recipe.
    pub fn rule(&self, path: &str, rule: &Rule) -> Vec<Block> {
        let language = self.format.language;
        let (parts, name, all) = match rule {
            Rule::All(parts) => (parts, "all", true),
            Rule::Any(parts) => (parts, "any", false),
            leaf => {
                let mut blocks = self.leaf(path, leaf);
                blocks.push(Block::Links(vec![self.add_part(path, std::slice::from_ref(leaf), true)]));
                return blocks;
            }
        };
        let join = [(true, words::compound_all(language)), (false, words::compound_any(language))];
        let choices =
            join.map(|(all, label)| Choice { label, doing: part(path, &compound(parts.clone(), all)) });
        let mut blocks = vec![Block::Controls(vec![Control {
            id: format!("join{}", path.replace('/', "-")),
            label: words::test(language),
            kind: ControlKind::Choices {
                choices: choices.to_vec(),
                chosen: Some(usize::from(!all)),
                as_list: false,
            },
            ..Control::default()
        }])];
        for (place, inner) in parts.iter().enumerate() {
            let number = self.format.count(place + 1);
            blocks.push(Block::Heading { level: 4, text: words::part(language, &number) });
            blocks.extend(self.leaf(&format!("{path}/{name}/{place}"), inner));
            let mut left = parts.clone();
            left.remove(place);
            // A single part stands alone again.
            let left = if left.len() == 1 { left.remove(0) } else { compound(left, all) };
            blocks.push(Block::Links(vec![Link {
                label: words::remove_part(language),
                doing: part(path, &left),
                ..Link::default()
            }]));
        }
        blocks.push(Block::Links(vec![self.add_part(path, parts, all)]));
        blocks
    }

    fn add_part(&self, path: &str, parts: &[Rule], all: bool) -> Link {
        let mut parts = parts.to_vec();
        parts.push(self.subjects.first_rule());
        Link {
            label: words::add_part(self.format.language),
            doing: part(path, &compound(parts, all)),
            ..Link::default()
        }
    }

    /// One part: what, how, and against what. A part that itself has parts is only said in words.
    fn leaf(&self, path: &str, rule: &Rule) -> Vec<Block> {
        if matches!(rule, Rule::All(_) | Rule::Any(_)) {
            return vec![Block::text(Tone::Plain, rule_words(rule, &[], self.format))];
        }
        let mut controls = vec![self.about(path, rule)];
        if let Some((subject, test)) = taken_apart(rule) {
            controls.push(self.test(path, &subject, test, rule));
            controls.extend(self.bound(path, &subject, test, rule));
            if let (Subject::Number(of), Test::Compare(is)) = (&subject, test) {
                controls.push(self.divisor(path, of, is, rule));
            }
        }
        vec![Block::Controls(controls)]
    }

    /// What the rule is about, or that people judge it.
    fn about(&self, path: &str, rule: &Rule) -> Control {
        let language = self.format.language;
        let now = taken_apart(rule).map(|(subject, _)| subject);
        let judged = Choice { label: words::test_judgement(language), doing: part(path, &Rule::Judgement) };
        let mut choices = vec![judged];
        let mut chosen = now.is_none().then_some(0);
        for known in &self.subjects.all {
            if now.as_ref() == Some(&known.subject) {
                chosen = Some(choices.len());
            }
            choices.push(Choice { label: known.label.clone(), doing: part(path, &known.rule()) });
        }
        // A column that the list has no more still stands in the rule.
        if let (None, Some(now)) = (chosen, &now) {
            chosen = Some(choices.len());
            choices.push(Choice { label: now.label(language), doing: Doing::Nothing });
        }
        Control {
            id: format!("about{}", path.replace('/', "-")),
            label: words::about(language),
            kind: ControlKind::Choices { choices, chosen, as_list: true },
            ..Control::default()
        }
    }

    fn test(&self, path: &str, subject: &Subject, now: Test, rule: &Rule) -> Control {
        let language = self.format.language;
        let than = bound_of(rule).unwrap_or_else(|| self.subjects.middle(subject));
        let fit = |test: &Test| match subject {
            Subject::Number(Quantity::Column(_)) => true,
            Subject::Number(Quantity::Field(_)) => {
                NUMBER_TESTS.contains(test) || matches!(test, Test::Filled | Test::Empty)
            }
            Subject::Number(_) => NUMBER_TESTS.contains(test),
            Subject::Text(_) => TEXT_TESTS.contains(test),
        };
        let tests: Vec<Test> = NUMBER_TESTS.into_iter().chain(TEXT_TESTS).filter(fit).collect();
        let choice = |test: &Test| Choice {
            label: test_words(*test, self.format),
            doing: part(path, &put_together(subject, *test, than, text_of(rule))),
        };
        Control {
            id: format!("test{}", path.replace('/', "-")),
            label: words::test(language),
            kind: ControlKind::Choices {
                chosen: tests.iter().position(|test| *test == now),
                choices: tests.iter().map(choice).collect(),
                as_list: true,
            },
            ..Control::default()
        }
    }

    /// The number or text that the subject is held against.
    fn bound(&self, path: &str, subject: &Subject, test: Test, rule: &Rule) -> Option<Control> {
        let language = self.format.language;
        let share = matches!(rule, Rule::Ratio { .. })
            || matches!(subject, Subject::Number(quantity) if shows_as_share(quantity));
        let label = words::number(language);
        match (test, rule) {
            (Test::Compare(_), Rule::Ratio { .. }) => {
                Some(self.setter.percent(&format!("{path}/ratio/than"), label))
            }
            (Test::Compare(_), _) if share => {
                Some(self.setter.percent(&format!("{path}/compare/than"), label))
            }
            (Test::Compare(_), _) => Some(self.setter.number(&format!("{path}/compare/than"), label, "")),
            (Test::Top, _) => {
                Some(self.setter.number(&format!("{path}/top/percent"), words::percent(language), "%"))
            }
            (Test::Bottom, _) => {
                Some(self.setter.number(&format!("{path}/bottom/percent"), words::percent(language), "%"))
            }
            (Test::Reads | Test::ReadsNot, _) => {
                let kind = match subject {
                    Subject::Text(_) => "says",
                    Subject::Number(_) => "reads",
                };
                let not = if test == Test::ReadsNot { "/not" } else { "" };
                let path = format!("{path}{not}/{kind}/text");
                let value = text_of(rule).unwrap_or_default().to_owned();
                Some(Control {
                    id: format!("set{}", path.replace('/', "-")),
                    label: words::text(language),
                    kind: ControlKind::Text { value, lines: 1, placeholder: String::new() },
                    doing: Doing::Setting(path),
                    ..Control::default()
                })
            }
            _ => None,
        }
    }

    /// Divided by another quantity, as complaints by orders.
    fn divisor(&self, path: &str, of: &Quantity, is: Comparison, rule: &Rule) -> Control {
        let now = match rule {
            Rule::Ratio { per, .. } => Some(per),
            _ => None,
        };
        let than = bound_of(rule).unwrap_or_default();
        let alone = Rule::Compare { of: of.clone(), is, than };
        let mut choices = vec![Choice { label: "–".to_owned(), doing: part(path, &alone) }];
        let mut chosen = Some(0);
        for known in &self.subjects.all {
            let Subject::Number(per) = &known.subject else { continue };
            if now == Some(per) {
                chosen = Some(choices.len());
            }
            let rule = Rule::Ratio { of: of.clone(), per: per.clone(), is, than: than.min(1.0) };
            choices.push(Choice { label: known.label.clone(), doing: part(path, &rule) });
        }
        Control {
            id: format!("per{}", path.replace('/', "-")),
            label: words::per(self.format.language),
            kind: ControlKind::Choices { choices, chosen, as_list: true },
            ..Control::default()
        }
    }
}

/// Enters a rule, or any other part of the recipe, as a whole.
pub fn part(path: &str, value: &impl Serialize) -> Doing {
    // The recipe holds nothing that JSON cannot say.
    Doing::set(path, Setting::Part(serde_json::to_string(value).unwrap_or_default()))
}

/// Where the rule of a factor stands in the recipe.
pub fn rule_path(factor: &str) -> String {
    path(&["factors", "factors", factor, "rule"])
}

fn compound(parts: Vec<Rule>, all: bool) -> Rule {
    if all { Rule::All(parts) } else { Rule::Any(parts) }
}

/// Subject and test of a simple rule; `None` for judgements and rules with parts.
fn taken_apart(rule: &Rule) -> Option<(Subject, Test)> {
    let number = |of: &Quantity, test| Some((Subject::Number(of.clone()), test));
    let column = |name: &String, test| Some((Subject::Number(Quantity::Column(name.clone())), test));
    match rule {
        Rule::Compare { of, is, .. } | Rule::Ratio { of, is, .. } => number(of, Test::Compare(*is)),
        Rule::Top { of, .. } => number(of, Test::Top),
        Rule::Bottom { of, .. } => number(of, Test::Bottom),
        Rule::AtLeastMedian { of } => number(of, Test::Median),
        Rule::Present { field } => Some((Subject::of_field(*field), Test::Filled)),
        Rule::Says { field, .. } => Some((Subject::of_field(*field), Test::Reads)),
        Rule::Filled { column: name } => column(name, Test::Filled),
        Rule::Reads { column: name, .. } => column(name, Test::Reads),
        Rule::Not(inner) => match taken_apart(inner)? {
            (subject, Test::Filled) => Some((subject, Test::Empty)),
            (subject, Test::Reads) => Some((subject, Test::ReadsNot)),
            _ => None,
        },
        Rule::All(_) | Rule::Any(_) | Rule::Judgement => None,
    }
}

fn put_together(subject: &Subject, how: Test, than: f64, reads: Option<&str>) -> Rule {
    let words = reads.unwrap_or_default().to_owned();
    let filled = match subject {
        Subject::Number(Quantity::Column(name)) => Rule::Filled { column: name.clone() },
        Subject::Number(Quantity::Field(field)) | Subject::Text(field) => Rule::Present { field: *field },
        Subject::Number(_) => Rule::Judgement,
    };
    let says = match subject {
        Subject::Number(Quantity::Column(name)) => Rule::Reads { column: name.clone(), text: words },
        Subject::Number(Quantity::Field(field)) | Subject::Text(field) => {
            Rule::Says { field: *field, text: words }
        }
        Subject::Number(_) => Rule::Judgement,
    };
    let of = match subject {
        Subject::Number(quantity) => quantity.clone(),
        Subject::Text(field) => Quantity::Field(*field),
    };
    match how {
        Test::Compare(is) => Rule::Compare { of, is, than },
        Test::Top => Rule::Top { of, percent: 20 },
        Test::Bottom => Rule::Bottom { of, percent: 20 },
        Test::Median => Rule::AtLeastMedian { of },
        Test::Filled => filled,
        Test::Empty => Rule::Not(Box::new(filled)),
        Test::Reads => says,
        Test::ReadsNot => Rule::Not(Box::new(says)),
    }
}

fn bound_of(rule: &Rule) -> Option<f64> {
    match rule {
        Rule::Compare { than, .. } | Rule::Ratio { than, .. } => Some(*than),
        _ => None,
    }
}

fn text_of(rule: &Rule) -> Option<&str> {
    match rule {
        Rule::Says { text, .. } | Rule::Reads { text, .. } => Some(text),
        Rule::Not(inner) => text_of(inner),
        _ => None,
    }
}

fn test_words(test: Test, format: Format) -> String {
    let language = format.language;
    match test {
        Test::Compare(Comparison::AtLeast) => words::test_at_least(language),
        Test::Compare(Comparison::MoreThan) => words::test_more_than(language),
        Test::Compare(Comparison::AtMost) => words::test_at_most(language),
        Test::Compare(Comparison::LessThan) => words::test_less_than(language),
        Test::Top => words::test_top(language),
        Test::Bottom => words::test_bottom(language),
        Test::Median => words::test_median(language),
        Test::Filled => words::test_filled(language),
        Test::Empty => words::test_empty(language),
        Test::Reads => words::test_reads(language),
        Test::ReadsNot => words::test_reads_not(language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::Field;

    /// A rule taken apart and put together again is the same rule.
    fn check(rule: Rule) {
        let (subject, test) = taken_apart(&rule).unwrap();
        let than = bound_of(&rule).unwrap_or_default();
        assert_eq!(put_together(&subject, test, than, text_of(&rule)), rule);
    }

    #[test]
    fn simple_rules_survive_the_editor() {
        let column = || Quantity::Column("Medewerkers".into());
        check(Rule::Compare { of: Quantity::Margin, is: Comparison::LessThan, than: 3.5 });
        check(Rule::Top { of: column(), percent: 20 });
        check(Rule::Bottom { of: Quantity::Orders, percent: 20 });
        check(Rule::AtLeastMedian { of: Quantity::MarginRate });
        check(Rule::Present { field: Field::Revenue });
        check(Rule::Not(Box::new(Rule::Present { field: Field::Sector })));
        check(Rule::Says { field: Field::Sector, text: "bouw".into() });
        check(Rule::Not(Box::new(Rule::Reads { column: "Sfeer".into(), text: "goed".into() })));
        check(Rule::Filled { column: "Sfeer".into() });
    }
}
