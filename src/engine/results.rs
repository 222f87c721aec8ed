//! Everything computed for a list, in stages, so that a changed setting recomputes only what follows from it.

use crate::choice::{ChoiceBasis, Choices, Selection, selection};
use crate::customers::Customers;
use crate::panic::{Answers, Panic, PanicBasis, panic};
use crate::plan::{
    LettingGo, PlanEdits, Review, Scenario, ServiceLevels, TimeBudget, letting_go, review, scenario,
    service_levels, time_budget,
};
use crate::recipe::Recipe;
use crate::segments::{
    Abc, Alive, Answer, Attention, Blooms, Factors, Growth, Inventory, Judgements, Leavers, Letters, Linked,
    Measures, Migration, Pareto, Pearls, Profiteers, Pyramid, Rfm, Rhythms, Shortlist, ShortlistPicks, Whale,
    WhiteSpace, abc, alive, attention, blooms, factors, growth, inventory, leavers, letters, linked,
    measures, migration, pareto, pearls, profiteers, pyramid, rfm, rhythms, shortlist, whale, white_space,
};

/// What a person entered, as far as the results follow from it. Judged fields must already be filled into the
/// customers ([`Judgements::fill`]).
#[derive(Clone, Copy, Debug)]
pub struct Entered<'a> {
    pub judgements: &'a Judgements,
    pub shortlist: &'a ShortlistPicks,
    pub answers: &'a Answers,
    pub choices: &'a Choices,
    pub edits: &'a PlanEdits,
}

/// Stage 1: what the list itself says, as far as later stages and the first screens need it.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    pub inventory: Inventory,
    pub measures: Measures,
    pub pareto: Pareto,
    pub growth: Growth,
    pub linked: Linked,
}

/// Beside stage 1: further readings of the list alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Layers {
    pub abc: Abc,
    pub pyramid: Pyramid,
    pub whale: Option<Whale>,
    pub rhythms: Rhythms,
    pub rfm: Option<Rfm>,
    pub migration: Option<Migration>,
}

/// Stage 2: letters, which also follow from shortlist picks and judgements.
#[derive(Clone, Debug, PartialEq)]
pub struct Lettered {
    pub shortlist: Shortlist,
    pub factors: Factors,
    pub letters: Letters,
}

/// Stage 3: the answers and the choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    pub panic: Panic,
    pub selection: Selection,
}

/// Stage 4: the X-ray, which sets the core apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Xray {
    pub blooms: Blooms,
    pub pearls: Pearls,
    pub leavers: Leavers,
    pub profiteers: Profiteers,
    pub attention: Attention,
    pub white_space: WhiteSpace,
}

/// Stage 5: the consequences.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    pub levels: ServiceLevels,
    pub budget: TimeBudget,
    pub letting_go: LettingGo,
    pub scenario: Scenario,
    pub review: Option<Review>,
}

/// All stages. `alive` takes by far the longest and stands apart; `None` = not fitted (yet).
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    pub base: Base,
    pub layers: Layers,
    pub alive: Option<Alive>,
    pub lettered: Lettered,
    pub chosen: Chosen,
    pub xray: Xray,
    pub planned: Planned,
}

/// Stage 1.
pub fn compute_base(customers: &Customers, recipe: &Recipe) -> Base {
    let inventory = inventory(customers, &recipe.inventory);
    let measures = measures(customers, &inventory, &recipe.measure);
    let pareto = pareto(&measures.concentration, inventory.small, &recipe.concentration);
    Base {
        growth: growth(customers, &inventory, &recipe.growth),
        linked: linked(customers, &measures.value),
        pareto,
        measures,
        inventory,
    }
}

/// Beside stage 1.
pub fn compute_layers(customers: &Customers, recipe: &Recipe, base: &Base) -> Layers {
    Layers {
        abc: abc(&base.pareto, &base.measures.concentration, &recipe.abc),
        pyramid: pyramid(customers, &base.inventory, &base.measures.concentration, &recipe.pyramid),
        whale: whale(customers, recipe.measure.known_share),
        rhythms: rhythms(customers, &recipe.xray),
        rfm: rfm(customers, base.inventory.small, &recipe.rfm),
        migration: migration(customers, &recipe.pyramid, &recipe.period),
    }
}

/// The slow stage: fits the buy-till-you-die models.
pub fn compute_alive(customers: &Customers, recipe: &Recipe) -> Option<Alive> {
    alive(customers, &recipe.alive)
}

/// Stage 2.
pub fn compute_lettered(customers: &Customers, recipe: &Recipe, entered: Entered, base: &Base) -> Lettered {
    let shortlist = shortlist(customers, &base.inventory, &base.measures.value, entered.shortlist);
    let factors = factors(customers, entered.judgements, &base.inventory, &recipe.factors, &recipe.period);
    let letters = letters(&base.inventory, &factors, &shortlist, &base.linked, &recipe.factors);
    Lettered { shortlist, factors, letters }
}

/// Stage 3.
pub fn compute_chosen(
    customers: &Customers,
    recipe: &Recipe,
    entered: Entered,
    base: &Base,
    lettered: &Lettered,
) -> Chosen {
    let value = &base.measures.value;
    let asked = PanicBasis {
        customers,
        inventory: &base.inventory,
        value,
        shortlist: &lettered.shortlist,
        letters: &lettered.letters,
    };
    let panic = panic(asked, entered.answers, &recipe.panic);
    let basis = ChoiceBasis {
        customers,
        inventory: &base.inventory,
        value,
        growth: &base.growth,
        panic: &panic,
        period: &recipe.period,
    };
    let selection = selection(basis, entered.choices, &recipe.choice);
    Chosen { panic, selection }
}

/// Stage 4.
pub fn compute_xray(
    customers: &Customers,
    recipe: &Recipe,
    base: &Base,
    layers: &Layers,
    alive: Option<&Alive>,
    chosen: &Chosen,
) -> Xray {
    let (inventory, value) = (&base.inventory, &base.measures.value);
    let involved: Vec<bool> =
        chosen.panic.of.iter().map(|of| of.signs[INVOLVED_SIGN] == Answer::Yes).collect();
    let core = &chosen.selection.is_core;
    Xray {
        blooms: blooms(customers, inventory, &involved, &recipe.bloom, &recipe.period),
        pearls: pearls(customers, inventory, value, &base.growth, &recipe.pearls, &recipe.bloom),
        leavers: leavers(customers, inventory, value, &layers.rhythms, alive, core, recipe),
        profiteers: profiteers(customers, inventory, value, &recipe.xray, &recipe.service, &recipe.budget),
        attention: attention(customers, inventory, value, core, &recipe.xray),
        white_space: white_space(customers, inventory, value, &recipe.pearls),
    }
}

/// Stage 5.
pub fn compute_planned(
    customers: &Customers,
    recipe: &Recipe,
    entered: Entered,
    base: &Base,
    lettered: &Lettered,
    chosen: &Chosen,
) -> Planned {
    let levels = service_levels(
        customers,
        &base.inventory,
        &lettered.letters,
        &base.growth,
        &chosen.selection,
        entered.edits,
        &recipe.service,
    );
    let letting_go = letting_go(customers, &lettered.letters, &levels, entered.edits, &recipe.review);
    let (service, budget) = (&recipe.service, &recipe.budget);
    Planned {
        budget: time_budget(customers, &chosen.selection, &levels, service, budget),
        scenario: scenario(customers, &base.growth, &levels, &letting_go, service, budget),
        letting_go,
        review: review(customers, &levels, &recipe.review),
        levels,
    }
}

/// All stages in their order. `with_alive`: fit the slow models too.
pub fn compute(customers: &Customers, recipe: &Recipe, entered: Entered, with_alive: bool) -> Results {
    let base = compute_base(customers, recipe);
    let layers = compute_layers(customers, recipe, &base);
    let alive = if with_alive { compute_alive(customers, recipe) } else { None };
    let lettered = compute_lettered(customers, recipe, entered, &base);
    let chosen = compute_chosen(customers, recipe, entered, &base, &lettered);
    let xray = compute_xray(customers, recipe, &base, &layers, alive.as_ref(), &chosen);
    let planned = compute_planned(customers, recipe, entered, &base, &lettered, &chosen);
    Results { base, layers, alive, lettered, chosen, xray, planned }
}

/// "Complains out of involvement" in the signs of [`crate::panic::PanicOf`].
const INVOLVED_SIGN: usize = 5;
