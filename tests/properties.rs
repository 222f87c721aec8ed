//! Properties that must hold for every list, however odd: sums, order, scale, letters, groups, merging.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail loudly")]

use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::Span;
use jiff::civil::{Date, date};
use kernklant::choice::Choices;
use kernklant::customers::{Customers, CustomersBuilder, Field, Occasion};
use kernklant::engine::results::{Entered, Results, compute};
use kernklant::inputs::{Action, History, Inputs, Patch};
use kernklant::panic::{Answers, CustomerAnswer, FinalAnswer, GroupBy, GroupKey, Rater, Tri};
use kernklant::plan::PlanEdits;
use kernklant::recipe::{AliveRecipe, Recipe, Sign};
use kernklant::segments::{Activity, Judgements, LetterClass, ShortlistPicks, alive};
use proptest::prelude::*;
use rust_decimal::Decimal;

const TODAY: Date = date(2025, 12, 31);

/// A customer as a list may hold it, money in cents.
#[derive(Clone, Debug)]
struct Row {
    revenue: Option<i64>,
    previous: Option<i64>,
    margin: Option<i64>,
    potential: Option<i64>,
    days_late: Option<u8>,
    complaints: Option<u8>,
    returns: Option<u8>,
    group: Option<u8>,
    status: Option<&'static str>,
    /// Days ago with amounts; the order history.
    orders: Vec<(u16, i64)>,
}

fn row() -> impl Strategy<Value = Row> {
    let money = || prop::option::weighted(0.8, -20_000_i64..2_000_000);
    let few = || prop::option::weighted(0.7, 0_u8..40);
    let status = prop::option::weighted(0.1, prop::sample::select(vec!["active", "ended", "prospect", "?"]));
    let orders = prop::collection::vec((0_u16..900, 0_i64..100_000), 0..6);
    (
        money(),
        money(),
        money(),
        money(),
        few(),
        few(),
        few(),
        prop::option::weighted(0.3, 0_u8..6),
        status,
        orders,
    )
        .prop_map(
            |(
                revenue,
                previous,
                margin,
                potential,
                days_late,
                complaints,
                returns,
                group,
                status,
                orders,
            )| {
                Row {
                    revenue,
                    previous,
                    margin,
                    potential,
                    days_late,
                    complaints,
                    returns,
                    group,
                    status,
                    orders,
                }
            },
        )
}

fn list() -> impl Strategy<Value = (Vec<Row>, bool)> {
    (prop::collection::vec(row(), 0..45), any::<bool>())
}

/// The list; `order` tells in which order its rows stand, `factor` multiplies all money.
fn customers(rows: &[Row], history: bool, order: &[usize], factor: i64) -> Customers {
    let mut builder = CustomersBuilder::new(TODAY);
    for &place in order {
        let row = &rows[place];
        let i = builder.push(place as u32 + 2);
        builder.set_text(Field::Id, i, format!("K{place:03}"));
        let amounts = [
            (Field::Revenue, row.revenue),
            (Field::RevenuePrevious, row.previous),
            (Field::Margin, row.margin),
            (Field::Potential, row.potential),
        ];
        for (field, amount) in amounts {
            builder.declare(field);
            if let Some(cents) = amount {
                builder.set_money(field, i, Decimal::new(cents * factor, 2));
            }
        }
        let numbers = [
            (Field::DaysLate, row.days_late),
            (Field::Complaints, row.complaints),
            (Field::Returns, row.returns),
        ];
        for (field, number) in numbers {
            if let Some(number) = number {
                builder.set_number(field, i, number.into());
            }
        }
        if let Some(group) = row.group {
            builder.set_text(Field::Group, i, format!("Group {group}"));
        }
        if let Some(status) = row.status {
            builder.set_text(Field::Status, i, status);
        }
        if history {
            let mut days: BTreeMap<Date, Decimal> = BTreeMap::new();
            for (ago, cents) in &row.orders {
                let day = TODAY.saturating_sub(Span::new().days(i64::from(*ago)));
                *days.entry(day).or_default() += Decimal::new(cents * factor, 2);
            }
            let occasions = days.into_iter().map(|(date, value)| Occasion { date, value });
            builder.set_occasions(i, occasions.collect());
        }
    }
    builder.build()
}

fn results(customers: &Customers, answers: &Answers) -> Results {
    let entered = Entered {
        judgements: &Judgements::default(),
        shortlist: &ShortlistPicks::default(),
        answers,
        choices: &Choices::default(),
        edits: &PlanEdits::default(),
    };
    compute(customers, &Recipe::default(), entered, false)
}

fn forward(n: usize) -> Vec<usize> {
    (0..n).collect()
}

/// What a customer is called everywhere, by key.
fn classes(customers: &Customers, results: &Results) -> BTreeMap<String, String> {
    let (base, layers) = (&results.base, &results.layers);
    let (lettered, chosen) = (&results.lettered, &results.chosen);
    (0..customers.len())
        .map(|i| {
            let described = format!(
                "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
                base.inventory.activity[i],
                layers.abc.class[i],
                layers.pyramid.layer[i],
                layers.pyramid.rank[i],
                base.growth.places[i].level,
                lettered.letters.class[i],
                lettered.letters.why[i],
                chosen.selection.rank[i],
                chosen.selection.is_core[i],
                results.planned.levels.level[i],
                results.xray.blooms.class[i],
                results.xray.pearls.why[i],
                results.xray.leavers.leaver[i].is_some(),
            );
            (customers.key(i).to_owned(), described)
        })
        .collect()
}

/// Everything that can be said about a customer.
fn answer() -> impl Strategy<Value = CustomerAnswer> {
    let tri = || prop::sample::select(vec![Tri::Yes, Tri::No, Tri::DontKnow]);
    let signs = prop::collection::vec((0_usize..7, tri()), 0..3);
    let reasons = prop::collection::vec((any::<bool>(), "[a-c]{1,2}"), 0..3);
    let panic = prop::option::weighted(0.9, 0_u8..=5);
    let sure = prop::option::weighted(0.3, 1_u8..=3);
    let strategic = prop::option::weighted(0.2, tri());
    (0_u64..4, panic, signs, reasons, strategic, "[x-z]{0,2}", sure).prop_map(
        |(changed, panic, signs, reasons, strategic_for_them, note, confidence)| {
            let mut said = CustomerAnswer {
                changed,
                panic,
                strategic_for_them,
                note,
                confidence,
                ..CustomerAnswer::default()
            };
            said.signs.extend(signs.into_iter().map(|(sign, says)| (Sign::ALL[sign], says)));
            for (buys, text) in reasons {
                said.give_reason(buys, &text, true);
            }
            said
        },
    )
}

fn rater() -> impl Strategy<Value = Rater> {
    let answers = prop::collection::vec((0_u8..30, answer()), 0..20);
    let groups = prop::collection::vec((0_u8..3, answer()), 0..3);
    let also = prop::collection::vec(("[x-z]", "[A-C]?"), 0..2);
    ("[A-C]{0,2}", answers, groups, also).prop_map(|(name, answers, groups, also)| Rater {
        name,
        answers: answers.into_iter().map(|(key, said)| (format!("K{key:03}"), Rc::new(said))).collect(),
        groups: groups
            .into_iter()
            .map(|(key, said)| (GroupKey::of(GroupBy::Sector, &key.to_string()), Rc::new(said)))
            .collect(),
        also: also.into_iter().collect(),
    })
}

fn answers() -> impl Strategy<Value = Answers> {
    let raters = prop::collection::vec((0_u8..4, rater()), 0..4);
    let finals = prop::collection::vec((0_u8..9, 0_u64..4, 0_u8..=5, "[x-z]{0,1}"), 0..4);
    let attached = prop::collection::vec((0_u8..9, 0_u8..9), 0..3);
    (raters, finals, attached).prop_map(|(raters, finals, attached)| Answers {
        me: String::new(),
        raters: raters.into_iter().map(|(key, rater)| (format!("r{key}"), Rc::new(rater))).collect(),
        finals: finals
            .into_iter()
            .map(|(key, changed, panic, note)| (format!("K{key:03}"), FinalAnswer { changed, panic, note }))
            .collect(),
        attached: attached.into_iter().map(|(from, to)| (format!("X{from}"), format!("K{to:03}"))).collect(),
    })
}

/// Everything that was said, by whom, whatever the customer it stands at; in order.
fn contents(answers: &Answers) -> Vec<(String, CustomerAnswer)> {
    let of = |(key, rater): (&String, &Rc<Rater>)| {
        let said = rater.answers.values().chain(rater.groups.values());
        said.map(|said| (key.clone(), (**said).clone())).collect::<Vec<_>>()
    };
    let mut all: Vec<_> = answers.raters.iter().flat_map(of).collect();
    all.sort();
    all
}

/// Of two versions the newer; of equally new ones the greater.
fn newer<'a>(
    one: Option<&'a CustomerAnswer>,
    other: Option<&'a CustomerAnswer>,
) -> Option<&'a CustomerAnswer> {
    one.into_iter().chain(other).max_by(|a, b| a.changed.cmp(&b.changed).then_with(|| a.cmp(b)))
}

/// Something a person does about answers, the team or the shortlist.
fn step() -> impl Strategy<Value = Action> {
    (0_u8..8, 0_u8..6, 0_u8..=5, 1_u64..99).prop_map(|(kind, customer, answer, at)| {
        let customer = format!("K{customer}");
        match kind {
            0 => Action::Answer { customer, answer: Some(answer), at },
            1 => Action::Answer { customer, answer: None, at },
            2 => Action::Note { customer, text: format!("note {answer}"), at },
            3 => Action::Final { customer, answer: (answer > 0).then_some(answer), at },
            6 => Action::Attach { from: customer, to: format!("K{answer}") },
            4 => Action::Pick { customer, on: answer > 2, proposed: answer > 3 },
            5 => {
                Action::WhyBuys { customer, buys: answer > 2, text: format!("r{answer}"), given: at > 30, at }
            }
            _ => Action::Confidence { customer, sure: (answer > 0).then_some(answer.min(3)), at },
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shares_sum_to_one((rows, history) in list()) {
        let customers = customers(&rows, history, &forward(rows.len()), 1);
        let found = results(&customers, &Answers::default());
        let abc = &found.layers.abc;
        let shares: Vec<f64> = [abc.a, abc.b, abc.c].iter().filter_map(|count| count.share).collect();
        prop_assert!(shares.is_empty() || (shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let layers: Vec<f64> = found.layers.pyramid.layers[..4].iter().filter_map(|layer| layer.share).collect();
        prop_assert!(layers.is_empty() || (layers.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        prop_assert!(found.base.pareto.curve.windows(2).all(|pair| pair[0].1 <= pair[1].1 + 1e-15));
        prop_assert!(found.base.pareto.gini.is_none_or(|gini| (0.0..1.0).contains(&gini)));
    }

    #[test]
    fn the_order_of_the_rows_changes_nothing((rows, history) in list(), seed in any::<u64>()) {
        let mut order = forward(rows.len());
        order.sort_by_key(|place| (*place as u64 + 1).wrapping_mul(seed | 1).rotate_left(17));
        let (one, other) = (customers(&rows, history, &forward(rows.len()), 1), customers(&rows, history, &order, 1));
        let (first, second) = (results(&one, &Answers::default()), results(&other, &Answers::default()));
        prop_assert_eq!(classes(&one, &first), classes(&other, &second));
        prop_assert_eq!(first.base.pareto.gini, second.base.pareto.gini);
        prop_assert_eq!(first.planned.budget.core_time, second.planned.budget.core_time);
    }

    #[test]
    fn another_currency_changes_no_class((rows, history) in list(), factor in 2_i64..1000) {
        let order = forward(rows.len());
        let (one, other) = (customers(&rows, history, &order, 1), customers(&rows, history, &order, factor));
        let (first, second) = (results(&one, &Answers::default()), results(&other, &Answers::default()));
        prop_assert_eq!(classes(&one, &first), classes(&other, &second));
    }

    #[test]
    fn everyone_has_exactly_one_letter_class((rows, history) in list()) {
        let customers = customers(&rows, history, &forward(rows.len()), 1);
        let found = results(&customers, &Answers::default());
        let letters = &found.lettered.letters;
        let counted = [letters.a, letters.b, letters.c, letters.d, letters.discuss, letters.needs_data,
            letters.lapsed, letters.prospects];
        prop_assert_eq!(counted.iter().sum::<usize>(), customers.len());
        for (class, activity) in letters.class.iter().zip(&found.base.inventory.activity) {
            let gone = matches!(activity, Activity::Lapsed | Activity::Ended);
            prop_assert_eq!(*class == LetterClass::Lapsed, gone);
            prop_assert_eq!(*class == LetterClass::Prospect, *activity == Activity::Prospect);
        }
    }

    #[test]
    fn linked_customers_are_never_proposed_for_d((rows, history) in list()) {
        let customers = customers(&rows, history, &forward(rows.len()), 1);
        let found = results(&customers, &Answers::default());
        let group = |i: usize| customers.text(Field::Group, i);
        for i in 0..customers.len() {
            let linked = group(i).is_some() && (0..customers.len()).any(|j| j != i && group(j) == group(i));
            prop_assert!(!(linked && found.lettered.letters.class[i] == LetterClass::D));
            prop_assert!(!(linked && found.planned.letting_go.candidates.contains(&i)));
        }
    }

    #[test]
    fn an_unknown_customer_changes_nobody_elses_figures((rows, history) in list()) {
        let empty = Row { revenue: None, previous: None, margin: None, potential: None, days_late: None,
            complaints: None, returns: None, group: None, status: None, orders: Vec::new() };
        let mut more = rows.clone();
        more.push(empty);
        let one = customers(&rows, history, &forward(rows.len()), 1);
        let other = customers(&more, history, &forward(more.len()), 1);
        let (first, second) = (results(&one, &Answers::default()), results(&other, &Answers::default()));
        // A list of one more may stop being a small list; figures stay.
        let (classes, other_classes) = (&first.layers.abc.class, &second.layers.abc.class);
        let (first, second) = (&first.base, &second.base);
        prop_assert_eq!(first.pareto.gini, second.pareto.gini);
        prop_assert_eq!(first.pareto.total, second.pareto.total);
        for i in 0..rows.len() {
            prop_assert_eq!(classes[i], other_classes[i]);
            prop_assert_eq!(first.growth.places[i], second.growth.places[i]);
            prop_assert_eq!(first.inventory.activity[i], second.inventory.activity[i]);
            prop_assert_eq!(first.measures.value.percentile[i], second.measures.value.percentile[i]);
        }
    }

    #[test]
    fn merging_answers_is_commutative_and_idempotent_and_keeps_what_was_said(one in answers(), other in answers()) {
        let merged = one.clone().merge(other.clone());
        prop_assert_eq!(&merged, &other.clone().merge(one.clone()));
        prop_assert_eq!(&merged, &merged.clone().merge(one.clone()));
        prop_assert_eq!(&merged, &merged.clone().merge(other.clone()));
        let about = |of: &Answers, rater: &str, key: &str| {
            of.raters.get(rater).and_then(|rater| rater.about(key)).cloned()
        };
        for (key, rater) in one.raters.iter().chain(&other.raters) {
            for subject in rater.answers.keys().chain(rater.groups.keys()) {
                let (ours, theirs) = (about(&one, key, subject), about(&other, key, subject));
                let stays = newer(ours.as_ref(), theirs.as_ref()).cloned();
                prop_assert_eq!(about(&merged, key, subject), stays, "{} about {}", key, subject);
            }
        }
        // And nothing is there that nobody said.
        let said: Vec<_> = contents(&one).into_iter().chain(contents(&other)).collect();
        prop_assert!(contents(&merged).iter().all(|found| said.contains(found)));
        for (key, answer) in one.finals.iter().chain(&other.finals) {
            let found = &merged.finals[key];
            prop_assert!(found.changed >= answer.changed);
            let said = |of: &Answers| of.finals.get(key) == Some(found);
            prop_assert!(said(&one) || said(&other));
        }
    }

    #[test]
    fn merging_three_peoples_files_is_the_same_in_any_grouping(a in answers(), b in answers(), c in answers()) {
        let left = a.clone().merge(b.clone()).merge(c.clone());
        prop_assert_eq!(left, a.merge(b.merge(c)));
    }

    #[test]
    fn undoing_everything_is_exact_and_redoing_it_too(steps in prop::collection::vec(step(), 0..40)) {
        let mut history = History::new(Inputs::default());
        let mut seen = vec![history.now().clone()];
        for action in &steps {
            if history.push(history.now().clone().after(action), None) {
                seen.push(history.now().clone());
            }
        }
        for inputs in seen.iter().rev().skip(1) {
            prop_assert!(history.undo());
            prop_assert_eq!(history.now(), inputs);
        }
        prop_assert!(!history.undo());
        for inputs in seen.iter().skip(1) {
            prop_assert!(history.redo());
            prop_assert_eq!(history.now(), inputs);
        }
    }

    #[test]
    fn undoing_what_was_typed_or_dragged_goes_back_to_before_it(steps in prop::collection::vec(step(), 0..40)) {
        let mut history = History::new(Inputs::default());
        // Before each step to undo.
        let mut before = Vec::new();
        let mut last_topic = None;
        for action in &steps {
            let (old, topic) = (history.now().clone(), action.topic());
            let joins = topic.is_some() && topic == last_topic && !before.is_empty();
            if history.push(old.clone().after(action), topic.clone()) {
                if !joins {
                    before.push(old);
                }
                last_topic = topic;
            }
        }
        let end = history.now().clone();
        for inputs in before.iter().rev() {
            prop_assert!(history.undo());
            prop_assert_eq!(history.now(), inputs);
        }
        prop_assert!(!history.undo());
        while history.redo() {}
        prop_assert_eq!(history.now(), &end);
    }

    #[test]
    fn what_crosses_to_the_worker_makes_the_same_inputs(
        before in prop::collection::vec(step(), 0..20), after in prop::collection::vec(step(), 0..20),
    ) {
        let old = before.iter().fold(Inputs::default(), Inputs::after);
        let new = after.iter().fold(old.clone(), Inputs::after);
        prop_assert_eq!(Patch::between(&old, &new).onto(old), new.clone());
        prop_assert_eq!(Patch::whole(&new).onto(Inputs::default()), new);
    }

    #[test]
    fn no_answer_is_lost_when_customers_are_renamed(
        steps in prop::collection::vec(step(), 0..30), pairs in prop::collection::vec((0_u8..6, 0_u8..9), 0..6),
    ) {
        let inputs = steps.iter().fold(Inputs::default(), Inputs::after);
        let pairs: Vec<(String, String)> =
            pairs.iter().map(|(from, to)| (format!("K{from}"), format!("K{to}"))).collect();
        let renamed = inputs.clone().renamed(&pairs);
        prop_assert_eq!(contents(&renamed.answers), contents(&inputs.answers));
        let finals = |inputs: &Inputs| {
            let mut all: Vec<FinalAnswer> = inputs.answers.finals.values().cloned().collect();
            all.sort();
            all
        };
        prop_assert_eq!(finals(&renamed), finals(&inputs));
        prop_assert_eq!(renamed.shortlist.changes.len(), inputs.shortlist.changes.len());
    }

    #[test]
    fn no_answer_is_lost_when_a_stranger_is_laid_at_a_customer(answers in answers(), from in 0_u8..40, to in 0_u8..40) {
        let inputs = Inputs { answers: Rc::new(answers), ..Inputs::default() };
        let (from, to) = (format!("K{from:03}"), format!("K{to:03}"));
        let attached = inputs.clone().after(&Action::Attach { from: from.clone(), to });
        let said = |inputs: &Inputs| {
            let mut all = contents(&inputs.answers);
            // An empty answer says nothing.
            all.retain(|(_, said)| !said.is_empty());
            all
        };
        prop_assert_eq!(said(&attached), said(&inputs));
        prop_assert_eq!(attached.answers.finals.len(), inputs.answers.finals.len());
    }

    #[test]
    fn every_answer_is_at_a_customer_or_listed((rows, history) in list(), answers in answers()) {
        let customers = customers(&rows, history, &forward(rows.len()), 1);
        let panic = results(&customers, &answers).chosen.panic;
        // Who said what about the question itself, at a customer or among those listed.
        let mut placed: Vec<(usize, String, u8)> = Vec::new();
        for (i, of) in panic.of.iter().enumerate() {
            placed.extend(of.said.iter().map(|&(rater, said)| (rater, customers.key(i).to_owned(), said)));
        }
        let raters: Vec<&Rc<Rater>> = answers.raters.values().collect();
        for (rater, key) in &panic.unmatched {
            placed.extend(raters[*rater].answers[key].panic.map(|said| (*rater, key.clone(), said)));
        }
        placed.sort();
        let mut given: Vec<(usize, String, u8)> = Vec::new();
        for (place, rater) in raters.iter().enumerate() {
            let said = rater.answers.iter().filter_map(|(key, answer)| Some((key, answer.panic?)));
            given.extend(said.map(|(key, said)| (place, key.clone(), said)));
        }
        given.sort();
        prop_assert_eq!(placed, given);
        let fields = panic.core + panic.we_need_them + panic.they_need_us + panic.lighter;
        prop_assert_eq!(fields, panic.field.iter().flatten().count());
        prop_assert!(panic.alpha.is_none_or(|alpha| alpha <= 1.0 + 1e-12));
    }

    #[test]
    fn odd_recipes_are_made_safe(
        one_in in any::<u32>(), months in any::<u32>(), percent in any::<u32>(), number in any::<f64>(),
        (rows, history) in list(),
    ) {
        let mut recipe = Recipe::default();
        recipe.inventory.shortlist_one_in = one_in;
        recipe.inventory.active_months = months;
        recipe.inventory.asleep_months = percent;
        recipe.inventory.slow_rhythm_times = number;
        recipe.pyramid.months = months;
        recipe.pyramid.medium_percent = percent;
        recipe.abc.a_percent = percent;
        recipe.period.months = number;
        recipe.period.previous_months = -number;
        recipe.service.visits.a = number;
        recipe.review.months = months;
        recipe.review.extra_per_goodbye = number;
        recipe.choice.weights[0].weight = number;
        let (recipe, _) = recipe.checked();
        prop_assert_eq!(recipe.clone().checked().1, vec![]);
        let customers = customers(&rows, history, &forward(rows.len()), 1);
        let nothing = Inputs::default();
        let entered = Entered::of(&nothing);
        let found = compute(&customers, &recipe, entered, false);
        prop_assert_eq!(found.planned.levels.level.len(), customers.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_models_survive_any_history(rows in prop::collection::vec(row(), 40..90)) {
        let customers = customers(&rows, true, &forward(rows.len()), 1);
        let found = alive(&customers, &AliveRecipe::default());
        for of in found.iter().flat_map(|found| found.of.iter().flatten()) {
            prop_assert!((0.0..=1.0).contains(&of.p_alive) && (0.0..=1.0).contains(&of.p_active), "{of:?}");
            prop_assert!(of.expected_orders >= 0.0 && of.expected_orders.is_finite(), "{of:?}");
        }
    }
}
