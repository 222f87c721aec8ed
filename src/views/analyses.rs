//! The analyses that only some sheets need: each is computed when a sheet first asks for it, and kept until something changes.

use std::cell::OnceCell;

use super::Facts;
use crate::choice::{ChoiceBasis, Ideal, ideal};
use crate::recipe::{
    AbcRecipe, AliveRecipe, BloomRecipe, BudgetRecipe, ChoiceRecipe, PearlRecipe, PeriodRecipe,
    PyramidRecipe, Recipe, RfmRecipe, ServiceRecipe, Sign, XrayRecipe,
};
use crate::segments::{
    Abc, Alive, Answer, Attention, Blooms, Leavers, Migration, Pearls, Profiteers, Pyramid, Rfm, Rhythms,
    SilentLeaver, Whale, WhiteSpace, abc, attention, blooms, leavers, migration, pearls, profiteers, pyramid,
    rfm, rhythms, silent_leavers, whale, white_space,
};

/// Which results there are; each counts up with every other one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Versions {
    pub customers: u64,
    pub inventory: u64,
    pub measures: u64,
    pub pareto: u64,
    pub panic: u64,
    pub selection: u64,
}

/// An analysis that may have been computed, and what it follows from.
#[derive(Debug)]
struct Analysis<K, T> {
    from: Option<K>,
    cell: OnceCell<T>,
}

impl<K, T> Default for Analysis<K, T> {
    fn default() -> Self {
        Self { from: None, cell: OnceCell::new() }
    }
}

impl<K: PartialEq, T> Analysis<K, T> {
    /// From now on it follows from this; what followed from something else is forgotten.
    fn settle(&mut self, from: K) {
        if self.from.as_ref() != Some(&from) {
            self.cell.take();
            self.from = Some(from);
        }
    }
}

/// What was computed so far. Keys name the versions of what is read, and the sections of the recipe.
#[derive(Debug, Default)]
pub struct Analyses {
    settled: Option<(Versions, u64, Recipe)>,
    abc: Analysis<(u64, AbcRecipe), Abc>,
    pyramid: Analysis<([u64; 3], u32, PyramidRecipe), Pyramid>,
    whale: Analysis<(u64, f64), Option<Whale>>,
    rhythms: Analysis<(u64, XrayRecipe), Rhythms>,
    rfm: Analysis<([u64; 2], u32, RfmRecipe), Option<Rfm>>,
    migration: Analysis<(u64, PyramidRecipe, PeriodRecipe), Option<Migration>>,
    blooms: Analysis<([u64; 3], BloomRecipe, PeriodRecipe), Blooms>,
    pearls: Analysis<([u64; 3], PearlRecipe, BloomRecipe), Pearls>,
    leavers: Analysis<([u64; 2], XrayRecipe, PeriodRecipe), Leavers>,
    silent: Analysis<([u64; 5], XrayRecipe), Vec<SilentLeaver>>,
    profiteers: Analysis<([u64; 3], XrayRecipe, ServiceRecipe, BudgetRecipe), Profiteers>,
    attention: Analysis<([u64; 4], XrayRecipe), Attention>,
    white_space: Analysis<([u64; 3], PearlRecipe, BloomRecipe, PeriodRecipe), WhiteSpace>,
    ideal: Analysis<([u64; 5], ChoiceRecipe, PeriodRecipe), Ideal>,
    /// The fitted models with the settings they were fitted by.
    fit: Option<(AliveRecipe, Option<Alive>)>,
    /// Counts up with every other fit.
    fitted: u64,
    /// How far fitting them is, as it is shown.
    fit_percent: u8,
}

/// An analysis that takes long on a long list and that the overview has a finding from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slow {
    Whale,
    Migration,
    Silent,
    Leavers,
    Profiteers,
    Attention,
    Pearls,
    Blooms,
}

/// How far the slow models are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fit<'a> {
    /// Not fitted yet, about so many percent; sheets show what they can without.
    Waiting(u8),
    /// The list has no order history to fit them on.
    Impossible,
    Done(&'a Alive),
}

impl<'a> Fit<'a> {
    /// The models, once fitted.
    pub fn alive(self) -> Option<&'a Alive> {
        match self {
            Fit::Done(alive) => Some(alive),
            Fit::Waiting(_) | Fit::Impossible => None,
        }
    }
}

impl Analyses {
    /// Forgets what follows from something else now; false when nothing changed.
    pub fn settle(&mut self, versions: &Versions, recipe: &Recipe) -> bool {
        let known = self.settled.as_ref();
        if known.is_some_and(|known| known.0 == *versions && known.1 == self.fitted && known.2 == *recipe) {
            return false;
        }
        let Versions { customers, inventory, measures, pareto, panic, selection } = *versions;
        let valued = [customers, inventory, measures];
        let Recipe { xray, period, pyramid, pearls, bloom, .. } = recipe;
        self.abc.settle((pareto, recipe.abc.clone()));
        let small_list = recipe.inventory.small_list;
        self.pyramid.settle((valued, small_list, pyramid.clone()));
        self.whale.settle((customers, recipe.measure.known_share));
        self.rhythms.settle((customers, xray.clone()));
        self.rfm.settle(([customers, inventory], small_list, recipe.rfm.clone()));
        self.migration.settle((customers, pyramid.clone(), period.clone()));
        self.blooms.settle(([customers, inventory, panic], bloom.clone(), period.clone()));
        self.pearls.settle((valued, pearls.clone(), bloom.clone()));
        let read = [customers, inventory, measures, selection, self.fitted];
        self.leavers.settle(([customers, inventory], xray.clone(), period.clone()));
        self.silent.settle((read, xray.clone()));
        self.profiteers.settle((valued, xray.clone(), recipe.service.clone(), recipe.budget.clone()));
        self.attention.settle(([customers, inventory, measures, selection], xray.clone()));
        let read = [customers, inventory, panic];
        self.white_space.settle((read, pearls.clone(), bloom.clone(), period.clone()));
        let read = [customers, inventory, measures, panic, selection];
        self.ideal.settle((read, recipe.choice.clone(), period.clone()));
        self.settled = Some((*versions, self.fitted, recipe.clone()));
        true
    }

    /// Forgets the models: the orders are others.
    pub fn forget_fit(&mut self) {
        self.fit = None;
        self.fitted += 1;
    }

    /// Keeps fitted models; the leavers are ranked anew by them.
    pub fn keep_fit(&mut self, recipe: &AliveRecipe, fitted: Option<Alive>) {
        self.fit = Some((recipe.clone(), fitted));
        self.fitted += 1;
    }

    /// Shows how far fitting is, in steps that are worth a new picture; whether that is another one.
    pub fn show_percent(&mut self, percent: u8) -> bool {
        let shown = percent / 10 * 10;
        std::mem::replace(&mut self.fit_percent, shown) != shown
    }

    /// Whether the models must still be fitted for these settings.
    pub fn needs_fit(&self, recipe: &AliveRecipe) -> bool {
        self.fit.as_ref().is_none_or(|(fitted_by, _)| fitted_by != recipe)
    }
}

impl Slow {
    pub const ALL: [Slow; 8] = [
        Slow::Whale,
        Slow::Migration,
        Slow::Silent,
        Slow::Leavers,
        Slow::Profiteers,
        Slow::Attention,
        Slow::Pearls,
        Slow::Blooms,
    ];
}

impl<'a> Facts<'a> {
    /// Whether this analysis is computed.
    pub fn is_ready(&self, slow: Slow) -> bool {
        let all = self.analyses;
        match slow {
            Slow::Whale => all.whale.cell.get().is_some(),
            Slow::Migration => all.migration.cell.get().is_some(),
            Slow::Silent => all.silent.cell.get().is_some(),
            Slow::Leavers => all.leavers.cell.get().is_some(),
            Slow::Profiteers => all.profiteers.cell.get().is_some(),
            Slow::Attention => all.attention.cell.get().is_some(),
            Slow::Pearls => all.pearls.cell.get().is_some(),
            Slow::Blooms => all.blooms.cell.get().is_some(),
        }
    }

    /// Computes one of the slow analyses that is not there yet; false when all are.
    pub fn deepen(&self) -> bool {
        let Some(next) = Slow::ALL.into_iter().find(|slow| !self.is_ready(*slow)) else { return false };
        match next {
            Slow::Whale => _ = self.whale(),
            Slow::Migration => _ = self.migration(),
            Slow::Silent => _ = self.silent(),
            Slow::Leavers => _ = self.leavers(),
            Slow::Profiteers => _ = self.profiteers(),
            Slow::Attention => _ = self.attention(),
            Slow::Pearls => _ = self.pearls(),
            Slow::Blooms => _ = self.blooms(),
        }
        true
    }

    /// ABC by cumulative value.
    pub fn abc(&self) -> &'a Abc {
        let make = || abc(self.pareto, &self.measures.concentration, &self.recipe().abc);
        self.analyses.abc.cell.get_or_init(make)
    }

    /// Curry's pyramid.
    pub fn pyramid(&self) -> &'a Pyramid {
        let values = &self.measures.concentration;
        let make = || pyramid(self.customers, self.inventory, values, &self.recipe().pyramid);
        self.analyses.pyramid.cell.get_or_init(make)
    }

    /// Cumulative profit; `None` for a list without profit.
    pub fn whale(&self) -> Option<&'a Whale> {
        let make = || whale(self.customers, self.rankings, self.recipe().measure.known_share);
        self.analyses.whale.cell.get_or_init(make).as_ref()
    }

    /// The rhythm of every customer.
    pub fn rhythms(&self) -> &'a Rhythms {
        self.analyses.rhythms.cell.get_or_init(|| rhythms(self.customers, &self.recipe().xray))
    }

    /// Recency, frequency, monetary value; `None` for a small list or one without an order history.
    pub fn rfm(&self) -> Option<&'a Rfm> {
        let make = || rfm(self.customers, self.inventory.small, &self.recipe().rfm);
        self.analyses.rfm.cell.get_or_init(make).as_ref()
    }

    /// Levels in two periods; `None` when the list has only one.
    pub fn migration(&self) -> Option<&'a Migration> {
        let make = || migration(self.customers, &self.recipe().pyramid, &self.recipe().period);
        self.analyses.migration.cell.get_or_init(make).as_ref()
    }

    /// Bloeiend, boeiend, vermoeiend.
    pub fn blooms(&self) -> &'a Blooms {
        let place = Sign::ALL.iter().position(|sign| *sign == Sign::ComplainsInvolved).unwrap_or_default();
        let make = || {
            let involved: Vec<bool> =
                self.panic.of.iter().map(|of| of.signs.get(place) == Some(&Answer::Yes)).collect();
            let (bloom, period) = (&self.recipe().bloom, &self.recipe().period);
            blooms(self.customers, self.inventory, &involved, self.rankings, bloom, period)
        };
        self.analyses.blooms.cell.get_or_init(make)
    }

    /// Pearls in the Pareto.
    pub fn pearls(&self) -> &'a Pearls {
        let (value, recipe) = (&self.measures.value, self.recipe());
        let make = || {
            let Recipe { pearls: own, bloom, period, .. } = recipe;
            pearls(self.customers, self.inventory, value, self.rankings, own, bloom, period)
        };
        self.analyses.pearls.cell.get_or_init(make)
    }

    /// Leavers.
    pub fn leavers(&self) -> &'a Leavers {
        self.analyses.leavers.cell.get_or_init(|| leavers(self.customers, self.inventory, self.recipe()))
    }

    /// Silent leavers, with the model as far as it is fitted.
    pub fn silent(&self) -> &'a [SilentLeaver] {
        let (value, core) = (&self.measures.value, &self.selection.is_core);
        let make = || {
            let (alive, xray) = (self.fit().alive(), &self.recipe().xray);
            silent_leavers(self.customers, self.inventory, value, self.rhythms(), alive, core, xray)
        };
        self.analyses.silent.cell.get_or_init(make)
    }

    /// Who costs more than they bring.
    pub fn profiteers(&self) -> &'a Profiteers {
        let (value, recipe) = (&self.measures.value, self.recipe());
        let make = || {
            let Recipe { xray, service, budget, .. } = recipe;
            profiteers(self.customers, self.inventory, value, self.rankings, xray, service, budget)
        };
        self.analyses.profiteers.cell.get_or_init(make)
    }

    /// Attention against value, complaints.
    pub fn attention(&self) -> &'a Attention {
        let (value, core) = (&self.measures.value, &self.selection.is_core);
        let make = || attention(self.customers, self.inventory, value, core, &self.recipe().xray);
        self.analyses.attention.cell.get_or_init(make)
    }

    /// What peers buy and a customer does not.
    pub fn white_space(&self) -> &'a WhiteSpace {
        let make = || {
            let recipe = &self.recipe().pearls;
            white_space(self.customers, self.inventory, self.rankings, self.blooms(), recipe)
        };
        self.analyses.white_space.cell.get_or_init(make)
    }

    /// The ideal customer profile.
    pub fn ideal(&self) -> &'a Ideal {
        let make = || ideal(self.choice_basis(), &self.selection.is_core, &self.recipe().choice);
        self.analyses.ideal.cell.get_or_init(make)
    }

    /// What the choice is made from.
    pub fn choice_basis(&self) -> ChoiceBasis<'a> {
        ChoiceBasis {
            customers: self.customers,
            inventory: self.inventory,
            value: &self.measures.value,
            growth: self.growth,
            panic: self.panic,
            period: &self.recipe().period,
        }
    }

    /// The buy-till-you-die models as far as they are fitted.
    pub fn fit(&self) -> Fit<'a> {
        match &self.analyses.fit {
            Some((fitted_by, alive)) if *fitted_by == self.recipe().alive => {
                alive.as_ref().map_or(Fit::Impossible, Fit::Done)
            }
            _ if !self.customers.has_occasions() => Fit::Impossible,
            _ => Fit::Waiting(self.analyses.fit_percent),
        }
    }
}
