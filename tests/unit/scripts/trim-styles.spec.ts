import { describe, expect, it } from 'vitest'
import { withoutUnread } from '@scripts/trim-styles'

/** A script that has the classes of the cases below. */
const NAMED = `'a b'`

describe('withoutUnread', () => {
  it.each([
    ['what nothing reads', '.a{--x:1;color:red}', '.a{color:red}'],
    ['the last of a rule', '.a{color:red;--x:1}', '.a{color:red}'],
    ['several in a row', '.a{--x:1;--y:2;--z:3;color:red}', '.a{color:red}'],
    ['what only such a one reads', '.a{--x:var(--y);--y:var(--z);color:red;--z:1}', '.a{color:red}'],
    ['a rule that is left empty', '@layer theme{:root{--x:1}}.a{color:red}', '.a{color:red}'],
    ['a value with an end in quotes', `.a{--x:"a;b}c";--y:'\\'}';color:red}`, '.a{color:red}'],
    ['a value with an end in brackets', '.a{--x:url(data:image/png;base64,AA==);color:red}', '.a{color:red}'],
    ['nested brackets', '.a{--x:calc(1px*(2 + var(--y,max(1px,(2px)))));--y:1;color:red}', '.a{color:red}'],
    ['an empty value', '.a{--x: ;--y:;color:red}', '.a{color:red}'],
    ['a registered property', '@property --x{syntax:"*";inherits:false}.a{color:red}', '.a{color:red}'],
    ['an animation that nothing names', '@keyframes go{0%{opacity:0}to{opacity:1}}.a{color:red}', '.a{color:red}'],
    ['an animation of a property that goes', '.a{--x:go 1s;color:red}@keyframes go{to{opacity:1}}', '.a{color:red}'],
    [
      'a property in an animation',
      '.a{animation:go 1s}@keyframes go{to{--x:1;opacity:1}}',
      '.a{animation:go 1s}@keyframes go{to{opacity:1}}',
    ],
  ])('drops %s', (_, styles, expected) => expect(withoutUnread(styles, NAMED)).toBe(expected))

  it.each([
    ['what a rule reads', '.a{--x:1}.b{color:var(--x)}'],
    ['what a default reads', '.a{--x:1}.b{color:var(--y,var(--x))}'],
    ['what is read after a space', '.a{--x:1}.b{color:var( --x )}'],
    ['escaped quotes in the name of a class', `.content-\\[\\'\\'\\]{color:red}`],
    ['properties in a condition', '@supports (--x:1){.a{color:red}}'],
    ['an animation by its name', '.a{animation:1s go}@keyframes go{to{opacity:1}}'],
    ['an animation in a property that is read', '.a{--x:go 1s}.b{animation:var(--x)}@keyframes go{to{opacity:1}}'],
    ['the order of layers', '@layer theme,base;.a{color:red}'],
    ['what is registered and read', '@property --x{syntax:"*";inherits:false}.a{color:var(--x)}'],
  ])('keeps %s', (_, styles) => expect(withoutUnread(styles, NAMED)).toBe(styles))

  it('keeps classes that look like a property', () => {
    const styles = '.a--x:hover{color:red}.\\--x\\:1{color:red}'
    expect(withoutUnread(styles, "'a--x --x:1'")).toBe(styles)
  })

  it('keeps what a script names', () => {
    const styles = '.a{--x:1;--y:2}@keyframes go{to{opacity:1}}'
    expect(withoutUnread(styles, 'style.getPropertyValue("--x"); animate("go"); "a"')).toBe(
      '.a{--x:1}@keyframes go{to{opacity:1}}',
    )
  })

  it('tells names apart of which one begins like the other', () => {
    expect(withoutUnread('.a{--x:1;--x-2:1}.b{color:var(--x-2)}', NAMED)).toBe('.a{--x-2:1}.b{color:var(--x-2)}')
  })
})
