import { describe, expect, it } from 'vitest'
import { dropUnusedClasses } from '@scripts/drop-classes'

/** A built script that has these classes in it. */
const SCRIPT = `x({class:"flex hover:underline w-1/2 text-(--a) group"})`

describe('dropUnusedClasses', () => {
  it.each([
    ['a class that nothing names', '.grid{display:grid}'],
    ['one with a state', '.focus\\:grid:focus{display:grid}'],
    ['one with escaped characters', '.w-1\\/3{width:33%}'],
    ['one below another that is named', '.flex .grid{display:grid}'],
    ['one together with another that is named', '.flex.grid{display:grid}'],
    ['all of a list', '.grid,.block{display:grid}'],
    ['one in a condition', '@media (hover:hover){.grid:hover{display:grid}}'],
    ['one with a comma in its name', '.grid-cols-\\[1fr\\,2fr\\]{display:grid}'],
  ])('drops %s', (_, styles) => expect(dropUnusedClasses(styles, SCRIPT).replace(/^@.*\{\}$/, '')).toBe(''))

  it.each([
    ['a class that a script names', '.flex{display:flex}'],
    ['one with a state', '.hover\\:underline:hover{text-decoration:underline}'],
    ['one with escaped characters', '.w-1\\/2{width:50%}'],
    ['one with brackets in its name', '.text-\\(--a\\){color:var(--a)}'],
    ['what has one of several classes', '.grid,.flex{display:flex}'],
    ['what must not have a class', '.flex:not(.grid){display:flex}'],
    ['what stands in one of several classes', '.flex:is(.grid *,.group *){display:flex}'],
    ['elements', 'html,body{margin:0}'],
    ['what is no class', 'a[href=".grid"],a:not(.grid){color:red}'],
    ['a number that looks like a class', '@keyframes go{33.5%{opacity:.5}}'],
    ['a name that scripts write in another way', `.content-\\[\\'\\'\\]{content:''}`],
  ])('keeps %s', (_, styles) => expect(dropUnusedClasses(styles, SCRIPT)).toBe(styles))
})
