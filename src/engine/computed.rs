//! The results of a list in stages, each kept until a setting or a result that it follows from changes.

use super::kept::Kept;
use super::results::Entered;
use crate::choice::{ChoiceBasis, Selection, selection};
use crate::customers::Customers;
use crate::panic::{Panic, PanicBasis, panic};
use crate::plan::{
    LettingGo, Review, ServiceLevels, TimeBudget, letting_go, review, service_levels, time_budget,
};
use crate::recipe::{
    BudgetRecipe, ChoiceRecipe, ConcentrationRecipe, FactorRecipe, GrowthRecipe, InventoryRecipe,
    MeasureRecipe, PanicRecipe, PeriodRecipe, Recipe, ReviewRecipe, ServiceRecipe,
};
use crate::segments::{
    Factors, Growth, Inventory, Letters, Linked, Measure, Measures, Pareto, Rankings, Shortlist, factors,
    growth, inventory, letters, linked, pareto, revenue_holders, shortlist,
};
use crate::views::Versions;

/// What the results follow from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub customers: &'a Customers,
    pub recipe: &'a Recipe,
    pub entered: Entered<'a>,
    pub versions: SourceVersions,
}

/// Each counts up with every change of the customers, or of a section of what was entered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourceVersions {
    pub customers: u64,
    pub judgements: u64,
    pub shortlist: u64,
    pub answers: u64,
    pub choices: u64,
    pub plan: u64,
}

/// Every result that more than one sheet reads; of nobody until its stage is computed. A key names the versions of
/// what the result reads, and its sections of the recipe.
#[derive(Debug, Default)]
pub struct Computed {
    /// Of the customers of this version.
    rankings: (u64, Rankings),
    /// How many customers hold most of the revenue, for the first screen; `None` also where that says nothing.
    pub holders: Kept<(u64, u32), Option<usize>>,
    pub inventory: Kept<(u64, InventoryRecipe), Inventory>,
    pub measures: Kept<([u64; 2], MeasureRecipe), Measures>,
    pub pareto: Kept<(u64, Measure, bool, ConcentrationRecipe), Pareto>,
    pub growth: Kept<([u64; 2], GrowthRecipe), Growth>,
    pub linked: Kept<(u64, Measure), Linked>,
    pub shortlist: Kept<([u64; 4], usize), Shortlist>,
    pub factors: Kept<([u64; 3], FactorRecipe, PeriodRecipe), Factors>,
    pub letters: Kept<([u64; 4], FactorRecipe), Letters>,
    pub panic: Kept<([u64; 6], PanicRecipe), Panic>,
    pub selection: Kept<([u64; 6], usize, ChoiceRecipe), Selection>,
    pub levels: Kept<([u64; 6], ServiceRecipe), ServiceLevels>,
    pub letting_go: Kept<([u64; 4], ReviewRecipe), LettingGo>,
    pub budget: Kept<([u64; 3], ServiceRecipe, BudgetRecipe), TimeBudget>,
    pub review: Kept<([u64; 2], ReviewRecipe), Option<Review>>,
}

impl Computed {
    /// What is told as soon as a list is read. Of a short one a share says nothing.
    pub fn first(&mut self, source: Source) {
        let Source { customers, recipe, versions, .. } = source;
        let (percent, is_short) =
            (recipe.concentration.hold_percent, customers.len() < recipe.inventory.small_list as usize);
        self.holders.refresh((versions.customers, percent), || {
            if is_short { None } else { revenue_holders(customers, percent) }
        });
    }

    /// Stage 1: what the list itself says.
    pub fn base(&mut self, source: Source) {
        let Source { customers, recipe, versions, .. } = source;
        // What follows from the length of the shortlist or from a small list names that itself.
        self.inventory.refresh_as(
            (versions.customers, recipe.inventory.clone()),
            Inventory::stands_as,
            || inventory(customers, &recipe.inventory),
        );
        let (inventory, counted) = (self.inventory.get(), [versions.customers, self.inventory.version()]);
        if self.rankings.0 != versions.customers {
            self.rankings = (versions.customers, Rankings::default());
        }
        let rankings = &self.rankings.1;
        self.measures.refresh((counted, recipe.measure.clone()), || {
            rankings.measures(customers, inventory, &recipe.measure)
        });
        let (measures, small) = (self.measures.get(), inventory.small);
        // Amounts and their order follow from the customers and the measure alone, not from who is active.
        let shown_by = measures.concentration.measure;
        self.pareto.refresh((versions.customers, shown_by, small, recipe.concentration.clone()), || {
            pareto(&measures.concentration, small, &recipe.concentration)
        });
        self.growth.refresh((counted, recipe.growth.clone()), || {
            growth(customers, inventory, rankings, &recipe.growth)
        });
        self.linked
            .refresh((versions.customers, measures.value.measure), || linked(customers, &measures.value));
    }

    /// Stage 2: factors and letters.
    pub fn lettered(&mut self, source: Source) {
        let Source { customers, recipe, entered, versions } = source;
        let (inventory, value) = (self.inventory.get(), &self.measures.get().value);
        let (counted, rankings) = (self.inventory.version(), &self.rankings.1);
        let read = [versions.customers, counted, self.measures.version(), versions.shortlist];
        self.shortlist.refresh((read, inventory.shortlist_size), || {
            shortlist(customers, inventory, value, entered.shortlist)
        });
        let read = [versions.customers, counted, versions.judgements];
        self.factors.refresh((read, recipe.factors.clone(), recipe.period.clone()), || {
            factors(customers, entered.judgements, inventory, rankings, &recipe.factors, &recipe.period)
        });
        let read = [counted, self.factors.version(), self.shortlist.version(), self.linked.version()];
        self.letters.refresh((read, recipe.factors.clone()), || {
            letters(inventory, self.factors.get(), self.shortlist.get(), self.linked.get(), &recipe.factors)
        });
    }

    /// Stage 3: answers and choice.
    pub fn chosen(&mut self, source: Source) {
        let Source { customers, recipe, entered, versions } = source;
        let (inventory, value) = (self.inventory.get(), &self.measures.get().value);
        let (counted, measured) = (self.inventory.version(), self.measures.version());
        let (shortlist, letters) = (self.shortlist.get(), self.letters.get());
        let read = [
            versions.customers,
            counted,
            measured,
            self.shortlist.version(),
            self.letters.version(),
            versions.answers,
        ];
        self.panic.refresh((read, recipe.panic.clone()), || {
            let asked = PanicBasis { customers, inventory, value, shortlist, letters };
            panic(asked, entered.answers, &recipe.panic)
        });
        let read = [
            versions.customers,
            counted,
            measured,
            self.growth.version(),
            self.panic.version(),
            versions.choices,
        ];
        let (growth, panic, period) = (self.growth.get(), self.panic.get(), &recipe.period);
        self.selection.refresh((read, inventory.shortlist_size, recipe.choice.clone()), || {
            let basis = ChoiceBasis { customers, inventory, value, growth, panic, period };
            selection(basis, entered.choices, &recipe.choice)
        });
    }

    /// Stage 4: the consequences.
    pub fn planned(&mut self, source: Source) {
        let Source { customers, recipe, entered, versions } = source;
        let (inventory, letters, growth) = (self.inventory.get(), self.letters.get(), self.growth.get());
        let selection = self.selection.get();
        let read = [
            versions.customers,
            self.inventory.version(),
            self.letters.version(),
            self.growth.version(),
            self.selection.version(),
            versions.plan,
        ];
        self.levels.refresh((read, recipe.service.clone()), || {
            service_levels(customers, inventory, letters, growth, selection, entered.edits, &recipe.service)
        });
        let (levels, levelled) = (self.levels.get(), self.levels.version());
        let read = [versions.customers, self.letters.version(), levelled, versions.plan];
        self.letting_go.refresh((read, recipe.review.clone()), || {
            letting_go(customers, letters, levels, entered.edits, &recipe.review)
        });
        let read = [versions.customers, self.selection.version(), levelled];
        self.budget.refresh((read, recipe.service.clone(), recipe.budget.clone()), || {
            time_budget(customers, selection, levels, &recipe.service, &recipe.budget)
        });
        self.review.refresh(([versions.customers, levelled], recipe.review.clone()), || {
            review(customers, levels, &recipe.review)
        });
    }

    /// What follows from the list alone.
    pub fn rankings(&self) -> &Rankings {
        &self.rankings.1
    }

    /// Which results these are, for analyses that follow from them.
    pub fn versions(&self, customers: u64) -> Versions {
        Versions {
            customers,
            inventory: self.inventory.version(),
            measures: self.measures.version(),
            pareto: self.pareto.version(),
            panic: self.panic.version(),
            selection: self.selection.version(),
        }
    }
}
