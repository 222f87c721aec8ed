//! The content policy, and the header files that common static hosts read.

use std::path::Path;

use crate::Outcome;

/// A content security policy, one entry a directive.
pub struct Policy(Vec<String>);

impl Policy {
    /// For a web server. `connect-src 'self'` fetches the two modules; the seal of boot.js closes it afterwards.
    pub fn hosted(boot_hash: &str) -> Self {
        Self(vec![
            "default-src 'none'".into(),
            format!("script-src 'self' '{boot_hash}' 'wasm-unsafe-eval'"),
            "style-src 'self'".into(),
            "img-src 'self' data: blob:".into(),
            "connect-src 'self'".into(),
            "worker-src 'self' blob:".into(),
            "manifest-src 'self'".into(),
            "frame-src 'none'".into(),
            "base-uri 'none'".into(),
            "form-action 'none'".into(),
        ])
    }

    /// For the single file: nothing may be fetched at all.
    pub fn single_file(boot_hash: &str, style_hash: &str) -> Self {
        Self(vec![
            "default-src 'none'".into(),
            format!("script-src '{boot_hash}' 'wasm-unsafe-eval'"),
            format!("style-src '{style_hash}'"),
            "img-src data: blob:".into(),
            "connect-src 'none'".into(),
            "worker-src blob:".into(),
            "frame-src 'none'".into(),
            "base-uri 'none'".into(),
            "form-action 'none'".into(),
        ])
    }

    /// The text for a meta element.
    pub fn meta(&self) -> String {
        self.0.join("; ")
    }

    /// The text for a header, which can also forbid framing.
    fn header(&self) -> String {
        format!("{}; frame-ancestors 'none'", self.meta())
    }

    fn headers(&self) -> Vec<(&'static str, String)> {
        vec![
            ("Content-Security-Policy", self.header()),
            ("Referrer-Policy", "no-referrer".into()),
            ("X-Content-Type-Options", "nosniff".into()),
            ("X-DNS-Prefetch-Control", "off".into()),
            ("X-Frame-Options", "DENY".into()),
            ("Cross-Origin-Opener-Policy", "same-origin".into()),
            ("Cross-Origin-Resource-Policy", "same-origin".into()),
            ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), usb=(), serial=()".into()),
        ]
    }
}

const FRESH: &str = "no-cache";
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const OFFLINE_FILE: &str = "attachment; filename=\"kernklant.html\"";

/// Writes one file for each kind of host beside the page.
pub fn write_all(folder: &Path, policy: &Policy) -> Outcome {
    let headers = policy.headers();
    let files = [
        ("_headers", netlify(&headers)),
        (".htaccess", apache(&headers)),
        ("nginx.conf", nginx(&headers)),
        ("vercel.json", vercel(&headers)),
        ("staticwebapp.config.json", azure(&headers)),
    ];
    for (name, text) in files {
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}

type Headers = [(&'static str, String)];

/// Netlify and Cloudflare Pages; our own server reads it too.
fn netlify(headers: &Headers) -> String {
    let lines = each(headers, |name, value| format!("  {name}: {value}\n"));
    format!(
        "/*\n{lines}/\n  Cache-Control: {FRESH}\n/index.html\n  Cache-Control: {FRESH}\n/assets/*\n  Cache-Control: {FOR_EVER}\n\
         /kernklant.html\n  Cache-Control: {FRESH}\n  Content-Disposition: {OFFLINE_FILE}\n"
    )
}

fn apache(headers: &Headers) -> String {
    let lines = each(headers, |name, value| {
        format!("  Header always set {name} \"{}\"\n", value.replace('"', "\\\""))
    });
    let offline = OFFLINE_FILE.replace('"', "\\\"");
    format!(
        "# Kernklant on Apache; needs mod_headers.\nAddType application/wasm .wasm\n<IfModule mod_headers.c>\n{lines}\
         \x20 Header set Cache-Control \"{FRESH}\"\n  <FilesMatch \"-[A-Za-z0-9]{{12}}\\.(wasm|css)$\">\n    Header set Cache-Control \"{FOR_EVER}\"\n  </FilesMatch>\n\
         \x20 <Files \"kernklant.html\">\n    Header set Content-Disposition \"{offline}\"\n  </Files>\n</IfModule>\n"
    )
}

fn nginx(headers: &Headers) -> String {
    // A location with an add_header of its own loses the outer ones, so each gets them all.
    let lines = |indent: &str| {
        each(headers, |name, value| format!("{indent}add_header {name} \"{value}\" always;\n"))
    };
    format!(
        "# Kernklant on nginx: include this in the server block that serves this folder.\ngzip_types application/wasm text/css;\n{}\
         add_header Cache-Control \"{FRESH}\" always;\nlocation ~ \"-[A-Za-z0-9]{{12}}\\.(wasm|css)$\" {{\n{}    add_header Cache-Control \"{FOR_EVER}\" always;\n}}\n\
         location ~ /kernklant\\.html$ {{\n{}    add_header Content-Disposition '{OFFLINE_FILE}' always;\n}}\n",
        lines(""),
        lines("    "),
        lines("    ")
    )
}

fn vercel(headers: &Headers) -> String {
    let entry = |source: &str, headers: &[(&str, &str)]| {
        let lines: Vec<String> = headers
            .iter()
            .map(|(name, value)| format!("      {{ \"key\": {}, \"value\": {} }}", json(name), json(value)))
            .collect();
        format!("    {{ \"source\": {}, \"headers\": [\n{}\n    ] }}", json(source), lines.join(",\n"))
    };
    let all: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let entries = [
        entry("/(.*)", &all),
        entry("/assets/(.*)", &[("Cache-Control", FOR_EVER)]),
        entry("/kernklant.html", &[("Content-Disposition", OFFLINE_FILE)]),
    ];
    format!("{{\n  \"headers\": [\n{}\n  ]\n}}\n", entries.join(",\n"))
}

/// Azure Static Web Apps.
fn azure(headers: &Headers) -> String {
    let lines: Vec<String> =
        headers.iter().map(|(name, value)| format!("    {}: {}", json(name), json(value))).collect();
    format!(
        "{{\n  \"globalHeaders\": {{\n{}\n  }},\n  \"routes\": [\n    {{ \"route\": \"/assets/*\", \"headers\": {{ \"Cache-Control\": {} }} }},\n    \
         {{ \"route\": \"/kernklant.html\", \"headers\": {{ \"Content-Disposition\": {} }} }}\n  ],\n  \"mimeTypes\": {{ \".wasm\": \"application/wasm\" }}\n}}\n",
        lines.join(",\n"),
        json(FOR_EVER),
        json(OFFLINE_FILE)
    )
}

fn each(headers: &Headers, line: impl Fn(&str, &str) -> String) -> String {
    headers.iter().map(|(name, value)| line(name, value)).collect::<Vec<_>>().concat()
}

fn json(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
