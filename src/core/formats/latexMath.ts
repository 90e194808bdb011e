/** Commands of mathematics that stand for a sign, those of LaTeX and of AMS's packages that titles have. */
export const latexMathSymbols: ReadonlyMap<string, string> = new Map(Object.entries({
  varepsilon: 'ε', vartheta: 'ϑ', varpi: 'ϖ', varrho: 'ϱ', varsigma: 'ς', varphi: 'φ', varkappa: 'ϰ', digamma: 'ϝ', varGamma: 'Γ', varDelta: 'Δ',
  varTheta: 'Θ', varLambda: 'Λ', varXi: 'Ξ', varPi: 'Π', varSigma: 'Σ', varUpsilon: 'Υ', varPhi: 'Φ', varPsi: 'Ψ', varOmega: 'Ω',
  times: '×', div: '÷', pm: '±', mp: '∓', cdot: '·', cdotp: '·', centerdot: '·', ast: '∗', star: '⋆', circ: '°', bigcirc: '◯', oplus: '⊕', ominus: '⊖',
  otimes: '⊗', oslash: '⊘', odot: '⊙', wedge: '∧', land: '∧', vee: '∨', lor: '∨', neg: '¬', lnot: '¬', cup: '∪', cap: '∩', sqcup: '⊔', sqcap: '⊓', uplus: '⊎',
  setminus: '∖', smallsetminus: '∖', wr: '≀', amalg: '⨿', diamond: '⋄', bigtriangleup: '△', bigtriangledown: '▽', triangleleft: '◁', triangleright: '▷',
  ltimes: '⋉', rtimes: '⋊', boxtimes: '⊠', boxplus: '⊞',
  leq: '≤', le: '≤', leqslant: '⩽', geq: '≥', ge: '≥', geqslant: '⩾', neq: '≠', ne: '≠', ll: '≪', gg: '≫', lesssim: '≲', gtrsim: '≳', approx: '≈', thickapprox: '≈',
  sim: '∼', thicksim: '∼', simeq: '≃', cong: '≅', equiv: '≡', doteq: '≐', propto: '∝', varpropto: '∝', asymp: '≍', prec: '≺', succ: '≻', preceq: '⪯', succeq: '⪰',
  nleq: '≰', ngeq: '≱', nless: '≮', ngtr: '≯', parallel: '∥', nparallel: '∦', perp: '⊥', mid: '∣', nmid: '∤', models: '⊨', vDash: '⊨', vdash: '⊢', dashv: '⊣',
  in: '∈', notin: '∉', ni: '∋', subset: '⊂', supset: '⊃', subseteq: '⊆', supseteq: '⊇', subsetneq: '⊊', supsetneq: '⊋', nsubseteq: '⊈', sqsubseteq: '⊑', sqsupseteq: '⊒',
  emptyset: '∅', varnothing: '∅', forall: '∀', exists: '∃', nexists: '∄', top: '⊤', bot: '⊥', therefore: '∴', because: '∵', angle: '∠', measuredangle: '∡',
  rightarrow: '→', to: '→', leftarrow: '←', gets: '←', leftrightarrow: '↔', uparrow: '↑', downarrow: '↓', updownarrow: '↕', Rightarrow: '⇒', Leftarrow: '⇐',
  Leftrightarrow: '⇔', Uparrow: '⇑', Downarrow: '⇓', iff: '⟺', implies: '⟹', longrightarrow: '⟶', longleftarrow: '⟵', longleftrightarrow: '⟷', mapsto: '↦', longmapsto: '⟼',
  hookrightarrow: '↪', hookleftarrow: '↩', nearrow: '↗', searrow: '↘', swarrow: '↙', nwarrow: '↖', rightleftharpoons: '⇌', leftrightharpoons: '⇋', rightleftarrows: '⇄',
  rightharpoonup: '⇀', leftharpoonup: '↼', twoheadrightarrow: '↠', rightsquigarrow: '⇝', leadsto: '⇝', nrightarrow: '↛',
  infty: '∞', partial: '∂', nabla: '∇', sum: '∑', prod: '∏', coprod: '∐', int: '∫', iint: '∬', iiint: '∭', oint: '∮', surd: '√', sqrt: '√', bigcup: '⋃', bigcap: '⋂', bigoplus: '⨁',
  bigotimes: '⨂', bigwedge: '⋀', bigvee: '⋁', prime: '′', backprime: '‵', ell: 'ℓ', hbar: 'ℏ', hslash: 'ℏ', wp: '℘', Re: 'ℜ', Im: 'ℑ', aleph: 'ℵ', beth: 'ℶ', gimel: 'ℷ',
  complement: '∁', eth: 'ð', Bbbk: '𝕜', langle: '⟨', rangle: '⟩', lfloor: '⌊', rfloor: '⌋', lceil: '⌈', rceil: '⌉', llbracket: '⟦', rrbracket: '⟧', lVert: '‖', rVert: '‖', Vert: '‖',
  lvert: '|', rvert: '|', vert: '|', lbrack: '[', rbrack: ']', colon: ':', square: '□', Box: '□', blacksquare: '■', triangle: '△', blacktriangle: '▲', lozenge: '◊', Diamond: '◇',
  bigstar: '★', clubsuit: '♣', diamondsuit: '♢', heartsuit: '♡', spadesuit: '♠', sharp: '♯', flat: '♭', natural: '♮', mho: '℧', Finv: 'Ⅎ', Game: '⅁',
  log: 'log', ln: 'ln', exp: 'exp', sin: 'sin', cos: 'cos', tan: 'tan', cot: 'cot', sec: 'sec', csc: 'csc', arcsin: 'arcsin', arccos: 'arccos', arctan: 'arctan', sinh: 'sinh',
  cosh: 'cosh', tanh: 'tanh', coth: 'coth', lim: 'lim', limsup: 'lim sup', liminf: 'lim inf', max: 'max', min: 'min', sup: 'sup', inf: 'inf', det: 'det', dim: 'dim', ker: 'ker', deg: 'deg',
  gcd: 'gcd', arg: 'arg', hom: 'hom', Pr: 'Pr', bmod: ' mod ', mod: ' mod ',
}));

/** Mathematical alphabets whose letters have places of their own: `\mathbb{R}` is `ℝ`. */
export const doubleStruck: ReadonlyMap<string, string> = new Map(Object.entries({
  C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ', A: '𝔸', B: '𝔹', D: '𝔻', E: '𝔼', F: '𝔽', G: '𝔾', I: '𝕀', K: '𝕂', L: '𝕃', M: '𝕄', S: '𝕊', T: '𝕋', V: '𝕍', W: '𝕎', X: '𝕏',
}));
