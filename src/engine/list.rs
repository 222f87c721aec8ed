//! The list that is in: its table, its customers, and the results with what is outdated of them.

use std::rc::Rc;

use jiff::civil::Date;

use super::computed::{Computed, Source as From, SourceVersions};
use super::extras::{asks_for_columns, with_columns};
use super::grid::GridKeeper;
use super::known::Known;
use super::parts::Parts;
use super::results::Entered;
use super::stage::Stage;
use crate::customers::{AlikePair, AlikeSearch, Customers};
use crate::export;
use crate::i18n::{Format, Language};
use crate::inputs::Inputs;
use crate::segments::{AliveBuilder, Judgements};
use crate::table::Table;
use crate::views::grid::{Window, WindowRequest};
use crate::views::{self, Analyses, Facts, OnHand, Opened, Place, Request, Screen, Source, Staying, View};

/// So often the likelihood of a model is tried in one step: some 20 ms with many customers.
const EVALUATIONS: usize = 12;

/// So many names are compared in one step: some 10 ms.
const COMPARED: usize = 4000;
/// From so many customers on the overview comes before all its findings,
const MANY: usize = 20_000;
/// and from so many on before letters and choice.
const VERY_MANY: usize = 200_000;

/// What [`List::fit`] did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fitting {
    /// There is nothing to fit.
    Idle,
    Working,
    /// Enough for a new picture.
    Worth,
}

/// One list and everything computed from it.
#[derive(Debug)]
pub struct List {
    pub source: Source,
    parts: Parts,
    /// The customers with the judged cells filled in: mostly the very same.
    customers: Rc<Customers>,
    grid: GridKeeper,
    /// Customers that look alike, once they were all compared.
    alike: Option<Vec<AlikePair>>,
    /// Comparing them, as far as it came.
    comparing: AlikeSearch,
    /// Of everything entered; the customers' own is the stamp of their grid.
    versions: SourceVersions,
    computed: Computed,
    analyses: Analyses,
    /// The judgements whose cells are in the customers.
    filled: Option<Rc<Judgements>>,
    /// The slow models on their way.
    fitting: Option<AliveBuilder>,
    /// Rows that somebody may be working on.
    staying: Staying,
    /// The first stage that must be computed again.
    outdated: Stage,
}

impl List {
    /// A freshly read list; nothing of it is computed yet.
    pub fn new(source: Source, parts: Parts) -> Self {
        Self {
            grid: GridKeeper::new(source.id),
            source,
            customers: Rc::clone(&parts.customers),
            parts,
            alike: None,
            comparing: AlikeSearch::default(),
            versions: SourceVersions::default(),
            computed: Computed::default(),
            analyses: Analyses::default(),
            filled: None,
            fitting: None,
            staying: Staying::default(),
            outdated: Stage::Base,
        }
    }

    /// Takes over newer inputs: what follows from the difference is outdated.
    pub fn follow(&mut self, old: &Known, new: &Known) {
        self.outdated = self.outdated.min(old.first_changed(new));
        let (old, new, versions) = (&old.inputs, &new.inputs, &mut self.versions);
        versions.judgements += u64::from(old.judgements != new.judgements);
        versions.shortlist += u64::from(old.shortlist != new.shortlist);
        versions.answers += u64::from(old.answers != new.answers);
        versions.choices += u64::from(old.choices != new.choices);
        versions.plan += u64::from(old.plan != new.plan);
    }

    /// Computes one outdated stage of those that a place shows; false when none was. Within a stage only that is
    /// computed which follows from what changed.
    pub fn compute(&mut self, known: &Known, place: &Place, today: Date) -> bool {
        // How the list was read does not wait for what follows from it.
        let reads_only = place.screen == Screen::List && known.inputs.judgements.cells.is_empty();
        if place.screen == Screen::List && self.outdated > Stage::Intake {
            self.with_source(known, Computed::first);
        }
        let last = match place.screen {
            Screen::List if reads_only => Stage::Intake,
            _ if self.hurries(place, VERY_MANY) => Stage::Base,
            _ => Stage::last_shown(place),
        };
        self.compute_to(last, known, today)
    }

    /// Computes one outdated stage up to this one.
    fn compute_to(&mut self, last: Stage, known: &Known, today: Date) -> bool {
        let stage = self.outdated;
        if stage > last {
            return self.settle(known);
        }
        match stage {
            Stage::Intake => {
                self.parts.map_again(&known.inputs, today);
                self.filled = None;
                self.customers = Rc::clone(&self.parts.customers);
                // Now and not with the base: the first screen shows its rows without waiting for that.
                self.grid.customers_changed();
                (self.alike, self.comparing) = (None, AlikeSearch::default());
                self.analyses.forget_fit();
                self.fitting = None;
            }
            Stage::Base => {
                self.fill(&known.inputs);
                self.with_source(known, Computed::base);
            }
            Stage::Lettered => {
                let recipe = known.recipe();
                if asks_for_columns(&self.customers, self.parts.tables(), recipe) {
                    let customers = std::mem::replace(&mut self.customers, Rc::clone(&self.parts.customers));
                    self.customers =
                        Rc::new(with_columns(Rc::unwrap_or_clone(customers), self.parts.tables(), recipe));
                    self.grid.customers_changed();
                    // What the list itself says is of these customers now.
                    self.with_source(known, Computed::base);
                }
                self.with_source(known, Computed::lettered);
            }
            Stage::Chosen => self.with_source(known, Computed::chosen),
            Stage::Planned => self.with_source(known, Computed::planned),
            Stage::Sheets => {}
            Stage::Done => return false,
        }
        self.outdated = stage.next();
        true
    }

    /// Forgets the analyses that follow from something else now; false when there were none.
    fn settle(&mut self, known: &Known) -> bool {
        let versions = self.computed.versions(self.grid.stamp());
        self.analyses.settle(&versions, known.recipe())
    }

    /// Puts the judged cells into the customers, unless they are there already.
    fn fill(&mut self, inputs: &Inputs) {
        if self.filled.as_ref().is_some_and(|filled| *filled == inputs.judgements) {
            return;
        }
        let was_plain = self.filled.as_ref().is_none_or(|filled| filled.cells.is_empty());
        self.filled = Some(Rc::clone(&inputs.judgements));
        if inputs.judgements.cells.is_empty() && was_plain {
            return;
        }
        self.customers = if inputs.judgements.cells.is_empty() {
            Rc::clone(&self.parts.customers)
        } else {
            Rc::new(inputs.judgements.fill(Customers::clone(&self.parts.customers)))
        };
        self.grid.customers_changed();
    }

    fn with_source(&mut self, known: &Known, compute: fn(&mut Computed, From)) {
        let versions = SourceVersions { customers: self.grid.stamp(), ..self.versions };
        let (recipe, entered) = (known.recipe(), Entered::of(&known.inputs));
        compute(&mut self.computed, From { customers: &self.customers, recipe, entered, versions });
    }

    /// The picture of a screen.
    pub fn view(&self, known: &Known, request: &Request, today: Date, opened: &[Opened]) -> View {
        let on_hand = OnHand {
            opened,
            staying: &self.staying,
            hurries: self.hurries(&request.place, MANY),
            has_core: self.outdated > Stage::Chosen,
            holders: *self.computed.holders.get(),
        };
        let facts = self.facts(known, &on_hand);
        match request.place.screen {
            Screen::List => {
                let alike = self.alike.as_deref().unwrap_or(&[]);
                let tables: Vec<&Table> = self.parts.tables().map(|(table, _)| table).collect();
                View::List(views::list(Facts { alike, tables: &tables, ..facts }, request))
            }
            Screen::Insight => View::Sheet(Rc::new(views::insight(facts, request))),
            Screen::Panic => View::Sheet(Rc::new(views::panic(facts, request))),
            Screen::Choice => View::Sheet(Rc::new(views::choice(facts, request))),
            Screen::Plan => View::Sheet(Rc::new(views::plan(facts, request))),
            Screen::Review => View::Sheet(Rc::new(views::review(facts, request, today))),
        }
    }

    /// Whether a place is shown before all that it tells is computed, where that is so from so many customers on.
    fn hurries(&self, place: &Place, many: usize) -> bool {
        place.screen == Screen::Insight && place.sheet.is_empty() && self.customers.len() >= many
    }

    /// Computes a part of what the first picture of a place left out; false when nothing is left.
    pub fn deepen(&mut self, known: &Known, place: &Place, today: Date) -> bool {
        if !self.hurries(place, MANY) {
            return false;
        }
        if self.compute_to(Stage::last_shown(place), known, today) {
            return true;
        }
        let on_hand =
            OnHand { opened: &[], staying: &self.staying, hurries: true, has_core: true, holders: None };
        self.facts(known, &on_hand).deepen()
    }

    /// The page has this picture now: what somebody changes in its tables stays there.
    pub fn is_shown(&mut self, request: &Request, view: &View) {
        self.staying.remember(request, view);
    }

    /// Rows of the grid of customers.
    pub fn window(&mut self, request: &WindowRequest, format: Format) -> Window {
        self.grid.window(&self.customers, request, format)
    }

    /// Compares some customers with those before them; false when all were.
    pub fn compare(&mut self, known: &Known) -> bool {
        if self.alike.is_some() {
            return false;
        }
        if self.comparing.step(&self.parts.customers, &known.inputs.mapping, COMPARED) {
            self.alike = Some(std::mem::take(&mut self.comparing).into_pairs());
        }
        true
    }

    /// Whether it is known who looks alike.
    pub fn is_compared(&self) -> bool {
        self.alike.is_some()
    }

    /// Measures one column of the grid; false when all are.
    pub fn measure(&mut self) -> bool {
        self.grid.measure(&self.customers)
    }

    /// Whether all columns of the grid are measured.
    pub fn is_measured(&self) -> bool {
        self.grid.is_measured(&self.customers)
    }

    /// The customers as they are, judged cells filled in.
    pub fn customers(&self) -> &Customers {
        &self.customers
    }

    /// Lets go of rows that were read again for a picture.
    pub fn rest(&mut self) {
        self.parts.rest();
    }

    /// Fits the slow models a little when what is shown asks for them; what that changed. A view is shown before,
    /// without them, now and then while they come, and again after.
    pub fn fit(&mut self, known: &Known, request: &Request) -> Fitting {
        let recipe = &known.recipe().alive;
        if !views::asks_for_fit(&request.place)
            || !self.customers.has_occasions()
            || !self.analyses.needs_fit(recipe)
        {
            return Fitting::Idle;
        }
        let begun = self.fitting.take().filter(|fitting| fitting.recipe() == recipe);
        let Some(mut fitting) = begun.or_else(|| AliveBuilder::new(&self.customers, recipe)) else {
            self.analyses.keep_fit(recipe, None);
            return Fitting::Worth;
        };
        if fitting.step(EVALUATIONS) {
            self.analyses.keep_fit(recipe, Some(fitting.finish()));
            return Fitting::Worth;
        }
        let is_worth_it = self.analyses.show_percent(fitting.percent());
        self.fitting = Some(fitting);
        if is_worth_it { Fitting::Worth } else { Fitting::Working }
    }

    /// Every problem with its remedy, as a file.
    pub fn problems_csv(&self, language: Language) -> Vec<u8> {
        export::problems_csv(&self.parts.report.problems, language)
    }

    /// The rows that do not count, as they were, as a file.
    pub fn rows_csv(&self, language: Language) -> Vec<u8> {
        self.parts.rows_csv(language)
    }

    fn facts<'a>(&'a self, known: &'a Known, on_hand: &'a OnHand) -> Facts<'a> {
        let computed = &self.computed;
        Facts {
            source: &self.source,
            table: self.parts.table(),
            tables: &[],
            files: &self.parts.files,
            report: &self.parts.report,
            customers: &self.customers,
            statistics: self.grid.statistics(&self.customers),
            stamp: self.grid.stamp(),
            alike: &[],
            inputs: &known.inputs,
            settings: &known.settings,
            inventory: computed.inventory.get(),
            measures: computed.measures.get(),
            pareto: computed.pareto.get(),
            growth: computed.growth.get(),
            rankings: computed.rankings(),
            shortlist: computed.shortlist.get(),
            factors: computed.factors.get(),
            letters: computed.letters.get(),
            panic: computed.panic.get(),
            selection: computed.selection.get(),
            levels: computed.levels.get(),
            budget: computed.budget.get(),
            letting_go: computed.letting_go.get(),
            review: computed.review.get().as_ref(),
            on_hand,
            linked: computed.linked.get(),
            analyses: &self.analyses,
        }
    }
}
