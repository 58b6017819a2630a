/** What of an area can be seen, in pixels from its upper edge; nothing while all of it is out of sight. */
export type SeenPart = { top: number; bottom: number } | undefined

/** The height of a strip: less than what is ever seen of a page, so that one that begins or ends in sight tells where. */
const STRIP = 240
/** How finely a strip tells, in parts of it. */
const STEPS = Array.from({ length: 25 }, (_, step) => step / 24)

/** Joins what is seen of the strips of an area; each by its place and in pixels from its own upper edge. */
export function joinStrips(strips: ReadonlyMap<number, { top: number; bottom: number }>): SeenPart {
  if (strips.size === 0) return undefined
  const parts = [...strips].map(([place, { top, bottom }]) => [place * STRIP + top, place * STRIP + bottom] as const)
  return { top: Math.min(...parts.map(([top]) => top)), bottom: Math.max(...parts.map(([, bottom]) => bottom)) }
}

/**
 * Tells which part of an area can be seen, whenever that changes. The frame is as high as the page in it and the portal scrolls it, of
 * which a page inside is told nothing: but the browser tells what of an element is in sight, wherever it is scrolled. So the area is
 * laid with strips. Gives a function that ends it.
 */
export function watchSeenPart(area: HTMLElement, onChange: (seen: SeenPart) => void): () => void {
  const holder = document.createElement('div')
  holder.ariaHidden = 'true'
  Object.assign(holder.style, {
    position: 'absolute',
    inset: '0 auto 0 0',
    width: '1px',
    overflow: 'clip',
    zIndex: '-1',
  })
  area.append(holder)
  const seen = new Map<number, { top: number; bottom: number }>()
  const placeOf = new Map<Element, number>()

  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, intersectionRect, boundingClientRect } of entries) {
        const place = placeOf.get(target) ?? 0
        const top = intersectionRect.top - boundingClientRect.top
        if (isIntersecting) seen.set(place, { top, bottom: top + intersectionRect.height })
        else seen.delete(place)
      }
      onChange(joinStrips(seen))
    },
    { threshold: STEPS },
  )

  function layStrips(): void {
    const count = Math.ceil(area.offsetHeight / STRIP)
    while (holder.childElementCount < count) {
      const strip = document.createElement('div')
      strip.style.height = `${STRIP}px`
      placeOf.set(strip, holder.childElementCount)
      holder.append(strip)
      sight.observe(strip)
    }
    for (const strip of [...holder.children].slice(count)) {
      sight.unobserve(strip)
      seen.delete(placeOf.get(strip) ?? 0)
      strip.remove()
    }
  }

  const size = new ResizeObserver(layStrips)
  size.observe(area)
  return () => {
    size.disconnect()
    sight.disconnect()
    holder.remove()
  }
}
