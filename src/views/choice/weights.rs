//! What counts and how much: a slider and a number for every criterion, with how much is known.

use crate::choice::Criteria;
use crate::i18n::Language;
use crate::i18n::explain::criterion_name;
use crate::i18n::words::choice as words;
use crate::inputs::Action;
use crate::recipe::{Criterion, Setting, Weight, path};
use crate::views::sheet::{Block, Control, ControlKind, Doing, Setter, Tone};
use crate::views::{Facts, Request};

/// Pixels of a sheet on a phone: there the sliders would push the ranking far down, so they begin folded up.
const NARROW: u32 = 560;

/// The weights in a panel.
pub fn weights(facts: Facts, request: &Request) -> Block {
    let (format, setter) = (request.format, Setter::new(facts.settings, request));
    let language = format.language;
    let slider = |(weight, known): (&Weight, f64)| {
        let control =
            setter.number(&path_of(weight.criterion), criterion_name(weight.criterion, language), "");
        Control {
            hint: words::known_for(language, &format.percent(known, 0)),
            kind: ControlKind::Slider {
                value: weight.weight,
                scale: 1.0,
                min: 0.0,
                max: 5.0,
                step: 0.5,
                unit: String::new(),
            },
            ..control
        }
    };
    let recipe = &facts.recipe().choice;
    let mut sliders: Vec<Control> = recipe.weights.iter().zip(known(facts)).map(slider).collect();
    sliders.push(setter.percent("/choice/known_share", words::known_share(language)));
    let share = format.percent(recipe.known_share, 0);
    let mut blocks =
        vec![Block::text(Tone::Soft, words::weights_hint(language, &share)), Block::Controls(sliders)];
    blocks.extend(setter.reset("/choice").map(|reset| Block::Links(vec![reset])));
    let title = words::weights_title(language);
    if request.width < NARROW {
        return Block::More { id: "weights".to_owned(), label: title, open: false, blocks };
    }
    Block::card(title, blocks)
}

/// Switches off what nothing is known about, so that what is known decides, and on again; `None` where that changes
/// nothing.
pub fn only_known(facts: Facts, language: Language) -> Option<Control> {
    let weights = &facts.recipe().choice.weights;
    let known = known(facts);
    let unknown = weights.iter().zip(&known).filter(|(_, known)| **known == 0.0);
    let (counting, silent): (Vec<&Weight>, Vec<&Weight>) =
        unknown.map(|(weight, _)| weight).partition(|weight| weight.weight > 0.0);
    let off = |weight: &&Weight| facts.settings.entered(&path_of(weight.criterion)).is_some();
    let on = counting.is_empty() && silent.iter().any(off);
    if !on && (counting.is_empty() || known.iter().all(|known| *known == 0.0)) {
        return None;
    }
    let every = |weights: &[&Weight], value: Option<Setting>| {
        let paths = weights.iter().map(|weight| path_of(weight.criterion));
        Doing::Act(Action::All(paths.map(|path| Action::Set { path, value: value.clone() }).collect()))
    };
    Some(Control {
        kind: ControlKind::Toggle { on, off: every(&silent, None) },
        ..Control::button(
            "known-only",
            words::known_only(language),
            every(&counting, Some(Setting::Number(0.0))),
        )
    })
}

/// Where the weight of a criterion stands in the recipe.
fn path_of(criterion: Criterion) -> String {
    let name = serde_json::to_value(criterion).unwrap_or_default();
    path(&["choice", "weights", name.as_str().unwrap_or_default(), "weight"])
}

/// Per weight the share of the active customers for whom it is known, whether or not it counts.
fn known(facts: Facts) -> Vec<f64> {
    let recipe = &facts.recipe().choice;
    let criteria = Criteria::new(facts.choice_basis(), recipe);
    let active: Vec<usize> = (0..facts.customers.len()).filter(|&i| facts.inventory.is_active(i)).collect();
    let share =
        |weight: &Weight| criteria.known(weight.criterion, &active) as f64 / active.len().max(1) as f64;
    recipe.weights.iter().map(share).collect()
}
