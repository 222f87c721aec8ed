//! Everything computed for a list, in stages, so that a changed setting recomputes only what follows from it.

use super::computed::{Computed, Source, SourceVersions};
use crate::choice::{Choices, Selection};
use crate::customers::Customers;
use crate::inputs::Inputs;
use crate::panic::{Answers, Panic};
use crate::plan::{LettingGo, PlanEdits, Review, Scenario, ServiceLevels, TimeBudget, scenario};
use crate::recipe::Recipe;
use crate::segments::{
    Abc, Alive, Answer, Attention, Blooms, Factors, Growth, Inventory, Judgements, Leavers, Letters, Linked,
    Measures, Migration, Pareto, Pearls, Profiteers, Pyramid, Rankings, Rfm, Rhythms, Shortlist,
    ShortlistPicks, SilentLeaver, Whale, WhiteSpace, abc, alive, attention, blooms, leavers, migration,
    pearls, profiteers, pyramid, rfm, rhythms, silent_leavers, whale, white_space,
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

impl<'a> Entered<'a> {
    /// What was entered, as far as it is computed with.
    pub fn of(inputs: &'a Inputs) -> Self {
        Self {
            judgements: &inputs.judgements,
            shortlist: &inputs.shortlist,
            answers: &inputs.answers,
            choices: &inputs.choices,
            edits: &inputs.plan,
        }
    }
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
    pub silent: Vec<SilentLeaver>,
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
    let mut computed = Computed::default();
    let nothing = Inputs::default();
    let entered = Entered::of(&nothing);
    computed.base(Source { customers, recipe, entered, versions: SourceVersions::default() });
    Base::of(&mut computed)
}

/// Beside stage 1.
pub fn compute_layers(customers: &Customers, recipe: &Recipe, base: &Base) -> Layers {
    Layers {
        abc: abc(&base.pareto, &base.measures.concentration, &recipe.abc),
        pyramid: pyramid(customers, &base.inventory, &base.measures.concentration, &recipe.pyramid),
        whale: whale(customers, &Rankings::default(), recipe.measure.known_share),
        rhythms: rhythms(customers, &recipe.xray),
        rfm: rfm(customers, base.inventory.small, &recipe.rfm),
        migration: migration(customers, &recipe.pyramid, &recipe.period),
    }
}

/// The slow stage: fits the buy-till-you-die models.
pub fn compute_alive(customers: &Customers, recipe: &Recipe) -> Option<Alive> {
    alive(customers, &recipe.alive)
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
    let (core, rankings) = (&chosen.selection.is_core, Rankings::default());
    let blooms = blooms(customers, inventory, &involved, &rankings, &recipe.bloom, &recipe.period);
    Xray {
        pearls: pearls(customers, inventory, value, &rankings, &recipe.pearls, &recipe.bloom, &recipe.period),
        leavers: leavers(customers, inventory, recipe),
        silent: silent_leavers(customers, inventory, value, &layers.rhythms, alive, core, &recipe.xray),
        profiteers: profiteers(
            customers,
            inventory,
            value,
            &rankings,
            &recipe.xray,
            &recipe.service,
            &recipe.budget,
        ),
        attention: attention(customers, inventory, value, core, &recipe.xray),
        white_space: white_space(customers, inventory, &rankings, &blooms, &recipe.pearls),
        blooms,
    }
}

/// All stages in their order. `with_alive`: fit the slow models too.
pub fn compute(customers: &Customers, recipe: &Recipe, entered: Entered, with_alive: bool) -> Results {
    let mut computed = Computed::default();
    let source = Source { customers, recipe, entered, versions: SourceVersions::default() };
    computed.base(source);
    computed.lettered(source);
    computed.chosen(source);
    computed.planned(source);
    let base = Base::of(&mut computed);
    let layers = compute_layers(customers, recipe, &base);
    let alive = if with_alive { compute_alive(customers, recipe) } else { None };
    let Computed {
        shortlist, factors, letters, panic, selection, levels, letting_go, budget, review, ..
    } = computed;
    let (shortlist, factors) = (shortlist.into_result(), factors.into_result());
    let lettered = Lettered { shortlist, factors, letters: letters.into_result() };
    let chosen = Chosen { panic: panic.into_result(), selection: selection.into_result() };
    let xray = compute_xray(customers, recipe, &base, &layers, alive.as_ref(), &chosen);
    let (levels, letting_go) = (levels.into_result(), letting_go.into_result());
    let planned = Planned {
        scenario: scenario(customers, &base.growth, &levels, &letting_go, &recipe.service, &recipe.budget),
        budget: budget.into_result(),
        review: review.into_result(),
        letting_go,
        levels,
    };
    Results { base, layers, alive, lettered, chosen, xray, planned }
}

impl Base {
    fn of(computed: &mut Computed) -> Self {
        let Computed { inventory, measures, pareto, growth, linked, .. } = computed;
        Self {
            inventory: std::mem::take(inventory).into_result(),
            measures: std::mem::take(measures).into_result(),
            pareto: std::mem::take(pareto).into_result(),
            growth: std::mem::take(growth).into_result(),
            linked: std::mem::take(linked).into_result(),
        }
    }
}

/// "Complains out of involvement" in the signs of [`crate::panic::PanicOf`].
const INVOLVED_SIGN: usize = 5;
