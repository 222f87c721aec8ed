//! Entities: the named characters of HTML that lists hold: all of Latin script and everything HTML 4 names.
//!
//! Source: <https://html.spec.whatwg.org/multipage/named-characters.html>. Other names stay as they are written.

/// The characters from U+00A0 to U+00FF, in order. Browsers read these without their semicolon too.
const LATIN_1: &str = "\
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 \
    acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde \
    Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc \
    Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml \
    aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc \
    otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// Read without their semicolon too.
const BARE: &str = "AMP& amp& LT< lt< GT> gt> QUOT\" quot\" COPY© REG®";

/// A name and, as the last letter, its character.
const OTHERS: &str = "\
    AbreveĂ AlphaΑ AmacrĀ AogonĄ BetaΒ CacuteĆ CcaronČ CcircĈ CdotĊ Cedilla¸ CenterDot· ChiΧ Dagger‡ DcaronĎ \
    DeltaΔ DiacriticalAcute´ DiacriticalGrave` Dot¨ DoubleDot¨ DstrokĐ ENGŊ EcaronĚ EdotĖ EmacrĒ EogonĘ \
    EpsilonΕ EtaΗ GammaΓ GbreveĞ GcedilĢ GcircĜ GdotĠ Hat^ HcircĤ HstrokĦ IJligĲ Idotİ ImacrĪ IogonĮ IotaΙ \
    ItildeĨ JcircĴ KappaΚ KcedilĶ LacuteĹ LambdaΛ LcaronĽ LcedilĻ LmidotĿ LstrokŁ MuΜ NacuteŃ NcaronŇ \
    NcedilŅ NonBreakingSpace\u{a0} NuΝ OEligŒ OdblacŐ OmacrŌ OmegaΩ OmicronΟ PhiΦ PiΠ PlusMinus± Prime″ PsiΨ \
    RacuteŔ RcaronŘ RcedilŖ RhoΡ SacuteŚ ScaronŠ ScedilŞ ScircŜ SigmaΣ TauΤ TcaronŤ TcedilŢ ThetaΘ TstrokŦ \
    UbreveŬ UdblacŰ UmacrŪ UnderBar_ UogonŲ UpsilonΥ UringŮ UtildeŨ VerticalLine| WcircŴ XiΞ YcircŶ YumlŸ \
    ZacuteŹ ZcaronŽ ZdotŻ ZetaΖ abreveă alefsymℵ alphaα amacrā and∧ ang∠ angstÅ aogoną apos' ast* asymp≈ \
    bdquo„ betaβ bsol\\ bull• cacuteć cap∩ ccaronč ccircĉ cdotċ centerdot· chiχ circˆ circledR® clubs♣ \
    colon: comma, commat@ cong≅ crarr↵ cup∪ dArr⇓ dagger† darr↓ dcaronď deltaδ diams♦ die¨ div÷ dollar$ \
    dstrokđ ecaroně edotė emacrē empty∅ emsp\u{2003} engŋ ensp\u{2002} eogonę epsilonε equals= equiv≡ etaη \
    euro€ excl! exist∃ fnofƒ forall∀ frasl⁄ gammaγ gbreveğ gcircĝ gdotġ ge≥ grave` hArr⇔ half½ harr↔ hcircĥ \
    hearts♥ hellip… hstrokħ ijligĳ imacrī imageℑ imathı infin∞ inodotı int∫ iogonį iotaι isin∈ itildeĩ \
    jcircĵ kappaκ kcedilķ kgreenĸ lArr⇐ lacuteĺ lambdaλ lang⟨ larr← lbrace{ lbrack[ lcaronľ lcedilļ lceil⌈ \
    lcub{ ldquo“ le≤ lfloor⌊ lmidotŀ lowast∗ lowbar_ loz◊ lpar( lrm\u{200e} lsaquo‹ lsqb[ lsquo‘ lstrokł \
    mdash— midast* minus− muμ nabla∇ nacuteń naposŉ ncaronň ncedilņ ndash– ne≠ ni∋ notin∉ nsub⊄ nuν num# \
    odblacő oeligœ oline‾ omacrō omegaω omicronο oplus⊕ or∨ otimes⊗ part∂ percnt% period. permil‰ perp⊥ phiφ \
    piπ pivϖ plus+ pm± prime′ prod∏ prop∝ psiψ quest? rArr⇒ racuteŕ radic√ rang⟩ rarr→ rbrace} rbrack] \
    rcaronř rcedilŗ rceil⌉ rcub} rdquo” realℜ rfloor⌋ rhoρ rlm\u{200f} rpar) rsaquo› rsqb] rsquo’ sacuteś \
    sbquo‚ scaronš scedilş scircŝ sdot⋅ semi; sigmaσ sigmafς sim∼ sol/ spades♠ strns¯ sub⊂ sube⊆ sum∑ sup⊃ \
    supe⊇ tauτ tcaronť tcedilţ there4∴ thetaθ thetasymϑ thinsp\u{2009} tilde˜ trade™ tstrokŧ uArr⇑ uarr↑ \
    ubreveŭ udblacű umacrū uogonų upsihϒ upsilonυ uringů utildeũ verbar| vert| wcircŵ weierp℘ xiξ ycircŷ \
    zacuteź zcaronž zdotż zetaζ zwj\u{200d} zwnj\u{200c}";

/// The character of a name between `&` and `;`.
pub(super) fn named(name: &str) -> Option<char> {
    match name {
        "Tab" => Some('\t'),
        "NewLine" => Some('\n'),
        _ => bare(name).or_else(|| listed(OTHERS, name)),
    }
}

/// The character of a name that needs no semicolon.
pub(super) fn bare(name: &str) -> Option<char> {
    let latin = || LATIN_1.split(' ').zip('\u{a0}'..).find(|(one, _)| *one == name);
    latin().map(|(_, letter)| letter).or_else(|| listed(BARE, name))
}

fn listed(list: &str, name: &str) -> Option<char> {
    list.split(' ').find_map(|entry| entry.strip_prefix(name).and_then(alone))
}

/// The only letter of a text.
fn alone(text: &str) -> Option<char> {
    let mut letters = text.chars();
    letters.next().filter(|_| letters.next().is_none())
}
