//! Kernklant's code map: the modules in reading order, data flowing one way from bytes to the page.

// ── pure: no yew, web_sys, js_sys, gloo, wasm_bindgen ──
pub mod calendar;
pub mod chart;
pub mod choice;
pub mod customers;
pub mod engine;
pub mod export;
pub mod i18n;
pub mod inputs;
pub mod panic;
pub mod plan;
pub mod recipe;
pub mod segments;
pub mod share;
pub mod sorted;
pub mod table;
pub mod views;
// ── edges ──
pub mod platform;
pub mod ui;
pub mod worker;
