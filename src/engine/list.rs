//! The list that is in: its table, its customers, and the results with what is outdated of them.

use std::rc::Rc;

use jiff::civil::Date;

use super::extras::{asks_for_columns, with_columns};
use super::grid::GridKeeper;
use super::known::Known;
use super::parts::Parts;
use super::results::{
    Base, Chosen, Entered, Lettered, Planned, compute_base, compute_chosen, compute_lettered, compute_planned,
};
use super::stage::Stage;
use crate::customers::{AlikePair, AlikeSearch, Customers};
use crate::export;
use crate::i18n::{Format, Language};
use crate::inputs::Inputs;
use crate::segments::AliveBuilder;
use crate::table::Table;
use crate::views::grid::{Window, WindowRequest};
use crate::views::{self, Analyses, Facts, Opened, Request, Screen, Source, View};

/// So often the likelihood of a model is tried in one step: some 20 ms with many customers.
const EVALUATIONS: usize = 12;

/// So many names are compared in one step: some 10 ms.
const COMPARED: usize = 4000;

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
    base: Base,
    lettered: Lettered,
    chosen: Chosen,
    planned: Planned,
    analyses: Analyses,
    /// The slow models on their way.
    fitting: Option<AliveBuilder>,
    /// The first stage that must be computed again.
    outdated: Stage,
}

impl List {
    /// A freshly read list; nothing of it is computed yet.
    pub fn new(source: Source, parts: Parts, known: &Known) -> Self {
        // The results of nobody stand in until they are computed, in the steps of every change.
        let (nobody, recipe, entered) = (Customers::none(), known.recipe(), entered(&known.inputs));
        let base = compute_base(&nobody, recipe);
        let lettered = compute_lettered(&nobody, recipe, entered, &base);
        let chosen = compute_chosen(&nobody, recipe, entered, &base, &lettered);
        let planned = compute_planned(&nobody, recipe, entered, &base, &lettered, &chosen);
        Self {
            grid: GridKeeper::new(source.id),
            source,
            customers: Rc::clone(&parts.customers),
            parts,
            alike: None,
            comparing: AlikeSearch::default(),
            base,
            lettered,
            chosen,
            planned,
            analyses: Analyses::default(),
            fitting: None,
            outdated: Stage::Base,
        }
    }

    /// From this stage on the results no longer follow from the inputs.
    pub fn outdate(&mut self, stage: Stage) {
        self.outdated = self.outdated.min(stage);
    }

    /// Computes one outdated stage of those that a screen shows; false when none was.
    pub fn compute(&mut self, known: &Known, screen: Screen, today: Date) -> bool {
        // How the list was read does not wait for what follows from it.
        let reads_only = screen == Screen::List && known.inputs.judgements.cells.is_empty();
        if reads_only && self.outdated > Stage::Intake {
            return false;
        }
        let (recipe, entered) = (known.recipe(), entered(&known.inputs));
        match self.outdated {
            Stage::Intake => {
                self.parts.map_again(&known.inputs, today);
                self.customers = Rc::clone(&self.parts.customers);
                // Now and not with the base: the first screen shows its rows without waiting for that.
                self.grid.customers_changed();
                (self.alike, self.comparing) = (None, AlikeSearch::default());
                self.analyses.forget_fit();
                self.fitting = None;
            }
            Stage::Base => {
                let judgements = &known.inputs.judgements;
                self.customers = if judgements.cells.is_empty() {
                    Rc::clone(&self.parts.customers)
                } else {
                    Rc::new(judgements.fill(Customers::clone(&self.parts.customers)))
                };
                self.base = compute_base(&self.customers, recipe);
                self.grid.customers_changed();
            }
            Stage::Lettered => {
                if asks_for_columns(&self.customers, self.parts.tables(), recipe) {
                    let customers = std::mem::replace(&mut self.customers, Rc::clone(&self.parts.customers));
                    self.customers =
                        Rc::new(with_columns(Rc::unwrap_or_clone(customers), self.parts.tables(), recipe));
                    self.grid.customers_changed();
                }
                self.lettered = compute_lettered(&self.customers, recipe, entered, &self.base);
            }
            Stage::Chosen => {
                self.chosen = compute_chosen(&self.customers, recipe, entered, &self.base, &self.lettered);
            }
            Stage::Planned => {
                let (customers, base, lettered) = (&self.customers, &self.base, &self.lettered);
                self.planned = compute_planned(customers, recipe, entered, base, lettered, &self.chosen);
            }
            Stage::Sheets => self.analyses.forget(),
            Stage::Done => return false,
        }
        self.outdated = self.outdated.next();
        true
    }

    /// The picture of a screen.
    pub fn view(&self, known: &Known, request: &Request, today: Date, opened: &[Opened]) -> View {
        let facts = self.facts(known, opened);
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

    fn facts<'a>(&'a self, known: &'a Known, opened: &'a [Opened]) -> Facts<'a> {
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
            inventory: &self.base.inventory,
            measures: &self.base.measures,
            pareto: &self.base.pareto,
            growth: &self.base.growth,
            shortlist: &self.lettered.shortlist,
            factors: &self.lettered.factors,
            letters: &self.lettered.letters,
            panic: &self.chosen.panic,
            selection: &self.chosen.selection,
            levels: &self.planned.levels,
            budget: &self.planned.budget,
            letting_go: &self.planned.letting_go,
            review: self.planned.review.as_ref(),
            opened,
            linked: &self.base.linked,
            analyses: &self.analyses,
        }
    }
}

fn entered(inputs: &Inputs) -> Entered<'_> {
    Entered {
        judgements: &inputs.judgements,
        shortlist: &inputs.shortlist,
        answers: &inputs.answers,
        choices: &inputs.choices,
        edits: &inputs.plan,
    }
}
