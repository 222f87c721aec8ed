//! The fifth screen: one level for every customer, the hours it takes, and what to do on Monday.

use serde::{Deserialize, Serialize};

use super::{Facts, Request, Who};
use crate::panic::MapField;
use crate::plan::{Advice, LevelBudget, LevelWhy, OwnerBudget};
use crate::recipe::{Level, ServiceRecipe};
use crate::segments::LetterClass;

/// Rows a page on screen; print shows all of A and B.
const PAGE: usize = 40;
/// How many names a Monday line carries.
const NAMES: usize = 5;
/// On paper, no more than this many customers: a plan of a hundred pages is not handed out.
const PRINTED: usize = 400;

/// What changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanView {
    /// Chosen core customers.
    pub core: usize,
    pub core_time: Option<f64>,
    pub core_time_now: Option<f64>,
    pub core_cost: Option<f64>,
    pub goal: f64,
    pub reaches_goal: bool,
    pub hours: f64,
    pub levels: Vec<LevelBudget>,
    /// The settings in force.
    pub service: ServiceRecipe,
    pub visit_hours: f64,
    pub call_hours: f64,
    pub without_level: usize,
    pub owners: Vec<OwnerBudget>,
    /// Whether the list names account managers.
    pub has_owners: bool,
    pub advice: Vec<Advice>,
    /// Neighbouring levels that are equal.
    pub identical: Vec<(Level, Level)>,
    pub matches: usize,
    pub page: usize,
    pub pages: usize,
    pub rows: Vec<PlanRow>,
    /// All customers of level A and B and the changed ones, for paper.
    pub printed: Vec<PlanRow>,
    pub override_missing: usize,
    pub reason_missing: usize,
    /// Valuable customers who would shrug.
    pub alarm: Vec<Who>,
    /// The first core customers by value.
    pub first_core: Vec<Who>,
    pub discuss: Vec<Who>,
    pub light: usize,
    pub light_hours: f64,
    #[serde(with = "crate::customers::day")]
    pub today: jiff::civil::Date,
}

/// A customer with its level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanRow {
    pub who: Who,
    pub owner: Option<String>,
    pub level: Option<Level>,
    pub advised: Option<Level>,
    pub why: LevelWhy,
    pub class: LetterClass,
    pub by_hand: bool,
    pub reason: String,
    /// Why it is core, when a person chose against the proposal.
    pub core_reason: String,
    pub visits: f64,
    pub calls: f64,
}

/// Shows the plan.
pub fn plan(facts: Facts, request: &Request) -> PlanView {
    let budget = facts.budget;
    let table = request.table("");
    let needle = table.search.trim().to_lowercase();
    // On screen a changed level keeps its place, where its reason is asked; on paper it stands with its level.
    let order = by_level(facts, &facts.levels.advised);
    let on_paper = by_level(facts, &facts.levels.level);
    let found: Vec<usize> = order
        .iter()
        .copied()
        .filter(|&i| needle.is_empty() || facts.customers.name(i).to_lowercase().contains(&needle))
        .collect();
    let pages = found.len().div_ceil(PAGE).max(1);
    let page = table.page.min(pages - 1);
    let light = |level: &&LevelBudget| matches!(level.level, Level::C | Level::D);
    let edits = &facts.inputs.plan.levels;
    PlanView {
        core: facts.selection.core,
        core_time: budget.core_time,
        core_time_now: budget.core_time_now,
        core_cost: budget.core_cost,
        goal: budget.goal,
        reaches_goal: budget.reaches_goal,
        hours: budget.hours,
        levels: budget.levels.clone(),
        service: facts.recipe().service.clone(),
        visit_hours: facts.recipe().budget.visit_hours,
        call_hours: facts.recipe().budget.call_hours,
        without_level: facts.levels.none,
        owners: budget.owners.clone(),
        has_owners: budget.owners.iter().any(|owner| owner.owner.is_some()),
        advice: budget.advice.clone(),
        identical: facts.levels.identical.clone(),
        matches: found.len(),
        page,
        pages,
        rows: found.iter().skip(page * PAGE).take(PAGE).map(|&i| row(facts, i)).collect(),
        printed: on_paper
            .iter()
            .filter(|&&i| matters(facts, i))
            .take(PRINTED)
            .map(|&i| row(facts, i))
            .collect(),
        override_missing: edits.values().filter(|edit| edit.reason.trim().is_empty()).count(),
        reason_missing: facts.selection.reason_missing.len(),
        alarm: in_order_of_value(facts, |i| facts.panic.field.get(i) == Some(&Some(MapField::WeNeedThem))),
        first_core: in_order_of_value(facts, |i| facts.selection.is_core.get(i) == Some(&true)),
        discuss: in_order_of_value(facts, |i| facts.letters.class.get(i) == Some(&LetterClass::Discuss)),
        light: budget.levels.iter().filter(light).map(|level| level.customers).sum(),
        light_hours: budget.levels.iter().filter(light).map(|level| level.hours).sum(),
        today: facts.customers.reference_date(),
    }
}

fn in_order_of_value(facts: Facts, holds: impl Fn(usize) -> bool) -> Vec<Who> {
    facts.who_all(facts.measures.value.order.iter().copied().filter(|&i| holds(i)).take(NAMES))
}

/// A first, then B, C, D and without level; within a level by value, then list order.
fn by_level(facts: Facts, levels: &[Option<Level>]) -> Vec<usize> {
    let mut place = vec![usize::MAX; facts.customers.len()];
    for (at, &i) in facts.measures.value.order.iter().enumerate() {
        place[i] = at;
    }
    let mut order: Vec<usize> = (0..facts.customers.len()).collect();
    order.sort_by_key(|&i| {
        let level = levels.get(i).copied().flatten();
        (level.map_or(9, |level| level as u8), place[i], i)
    });
    order
}

fn matters(facts: Facts, i: usize) -> bool {
    matches!(facts.levels.level.get(i), Some(Some(Level::A | Level::B)))
        || facts.inputs.plan.levels.contains_key(facts.customers.key(i))
}

fn row(facts: Facts, i: usize) -> PlanRow {
    let key = facts.customers.key(i);
    let level = facts.levels.level.get(i).copied().flatten();
    let service = &facts.recipe().service;
    let edit = facts.inputs.plan.levels.get(key);
    PlanRow {
        who: facts.who(i),
        owner: facts.customers.text(crate::customers::Field::Owner, i).map(str::to_owned),
        level,
        advised: facts.levels.advised.get(i).copied().flatten(),
        why: facts.levels.why.get(i).copied().unwrap_or_default(),
        class: facts.letters.class.get(i).copied().unwrap_or_default(),
        by_hand: edit.is_some(),
        reason: edit.map(|edit| edit.reason.clone()).unwrap_or_default(),
        core_reason: facts
            .inputs
            .choices
            .choices
            .get(key)
            .map(|choice| choice.reason.clone())
            .unwrap_or_default(),
        visits: level.map_or(0.0, |level| *service.visits.get(level)),
        calls: level.map_or(0.0, |level| *service.calls.get(level)),
    }
}

/// An advice in plain parts, for a page that must not know the pipeline's types.
#[derive(Clone, Debug, PartialEq)]
pub enum AdviceWords {
    Drop { owner: Option<String>, level: &'static str, frees: f64 },
    FewerCore { owner: Option<String>, fits: usize, has: usize },
    ShiftToCore { hours: f64 },
}

/// The parts of an advice.
pub fn advice_words(advice: &Advice) -> AdviceWords {
    match advice {
        Advice::Drop { owner, level, frees } => {
            AdviceWords::Drop { owner: owner.clone(), level: level.letter(), frees: *frees }
        }
        Advice::FewerCore { owner, fits, has } => {
            AdviceWords::FewerCore { owner: owner.clone(), fits: *fits, has: *has }
        }
        Advice::ShiftToCore { hours } => AdviceWords::ShiftToCore { hours: *hours },
    }
}
