// What can only be measured on a page as it is shown. The value of this script is an object of functions, each of which
// returns a list of {selector, text, told}. Nothing is left changed on the page.
(() => {
    const FOCUSABLE = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, "
        + "audio[controls], video[controls], [contenteditable]:not([contenteditable=false]), [tabindex]"
    const POINTED = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, "
        + "[role=button], [role=link], [role=checkbox], [role=tab], [role=menuitem], [role=switch], [onclick]"
    const LEAST = 44 // CSS pixels, WCAG 2.5.5
    const LONGEST = 80 // characters, WCAG 1.4.8; Chinese, Japanese and Korean ones count as two
    const SHORTEST_TEXT = 3 // letters: less cannot be told to be in a script
    const SLACK = 2 // pixels by which browsers round

    const shown = element => element.checkVisibility({visibilityProperty: true, opacityProperty: true})
    const words = element => (element.innerText ?? element.textContent ?? "").replace(/\s+/g, " ").trim()

    function selector(element) {
        if (element.id) return `#${CSS.escape(element.id)}`
        const parent = element.parentElement
        if (!parent) return element.localName
        const twins = [...parent.children].filter(each => each.localName === element.localName)
        const place = twins.length > 1 ? `:nth-of-type(${twins.indexOf(element) + 1})` : ""
        const own = element.localName + place
        return ["html", "body"].includes(parent.localName) ? own : `${selector(parent)} > ${own}`
    }

    const spot = (element, told) => ({selector: selector(element), text: words(element).slice(0, 120), told})

    function* textsOf(root) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
        while (walker.nextNode()) if (/\S/.test(walker.currentNode.data)) yield walker.currentNode
    }

    function boxesOf(node) {
        const range = document.createRange()
        range.selectNodeContents(node)
        return [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1)
    }

    // --- room -----------------------------------------------------------------------------------------------------

    function around(element, found) {
        for (let each = element; each; each = each.parentElement) if (found(each)) return each
        return null
    }

    const scrolls = element => ["auto", "scroll"].includes(getComputedStyle(element).overflowX)
    const cuts = (element, axis) => ["hidden", "clip"].includes(getComputedStyle(element)[`overflow${axis}`])
    // Boxes of one pixel hold what only screen readers shall say.
    function hidden(element) {
        const {width, height} = element.getBoundingClientRect()
        return Math.min(width, height) <= 1 && (cuts(element, "X") || cuts(element, "Y"))
    }

    // Tables, pictures and the like need both dimensions, and are excepted from reflow.
    const wide = element => ["table", "img", "svg", "video", "iframe", "canvas", "math"].includes(element.localName)

    function overflowing() {
        const room = document.documentElement.clientWidth
        if (document.documentElement.scrollWidth <= room) return []
        const stands = box => (box.right > room + SLACK || box.left < -SLACK) && box.width > 1
        const texts = new Set([...textsOf(document.body)].filter(each => boxesOf(each).some(stands)).map(each => each.parentElement))
        const out = [...document.body.querySelectorAll("*")].filter(element => {
            return (stands(element.getBoundingClientRect()) || texts.has(element)) && shown(element)
                && !around(element, each => wide(each) || (each !== document.body && (scrolls(each) || cuts(each, "X"))))
                && getComputedStyle(element).position !== "fixed"
        })
        return out.filter(element => !out.some(other => other !== element && element.contains(other)))
            .map(element => spot(element, `it does not fit into ${room} pixels`))
    }

    function clipped() {
        const found = new Map()
        for (const node of textsOf(document.body)) {
            const parent = node.parentElement
            if (!shown(parent) || around(parent, hidden)) continue
            const frames = []
            around(parent, each => {
                if (each !== document.body && (cuts(each, "X") || cuts(each, "Y"))) frames.push(each)
                return scrolls(each)
            })
            for (const frame of frames) {
                const room = frame.getBoundingClientRect()
                const out = boxesOf(node).some(box => {
                    // A line is as high as its letters and some air; half of it may be cut before letters are.
                    const air = box.height / 4
                    return (cuts(frame, "X") && (box.right > room.right + SLACK || box.left < room.left - SLACK))
                        || (cuts(frame, "Y") && (box.bottom > room.bottom + air || box.top < room.top - air))
                })
                if (out && !found.has(frame)) found.set(frame, spot(frame, "text is cut off"))
            }
        }
        return [...found.values()]
    }

    // Style sheets made here are not forbidden by a policy of the page.
    function styled(text, measure) {
        const before = [...document.adoptedStyleSheets] // a copy: the list itself changes
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(text)
        document.adoptedStyleSheets = [...before, sheet]
        try {
            return measure()
        } finally {
            document.adoptedStyleSheets = before
        }
    }

    // The values of WCAG 1.4.12. Scripts that join their letters have no space between them.
    const SPACED = `
        * { line-height: 1.5 !important; word-spacing: 0.16em !important; }
        *:not(:lang(ar), :lang(fa), :lang(ur), :lang(ps), :lang(ckb), :lang(ug), :lang(hi), :lang(bn), :lang(ne)) {
            letter-spacing: 0.12em !important;
        }
        p { margin-block-end: 2em !important; }`
    const spaced = () => styled(SPACED, () => [...overflowing(), ...clipped()])

    function enlarged() {
        const size = 2 * parseFloat(getComputedStyle(document.documentElement).fontSize)
        return styled(`:root { font-size: ${size}px !important; }`, clipped)
    }

    // A character begins a new line if it stands wholly below the middle of the last one.
    function longestLine(block) {
        const range = document.createRange()
        let longest = 0, count = 0, middle = -Infinity
        for (const node of textsOf(block)) {
            for (let at = 0; at < node.length; at++) {
                range.setStart(node, at)
                range.setEnd(node, at + 1)
                const box = range.getClientRects()[0]
                if (!box || box.width === 0 || /\p{Mark}/u.test(node.data[at])) continue
                if (box.top > middle) count = 0
                middle = (box.top + box.bottom) / 2
                count += /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]/.test(node.data[at]) ? 2 : 1
                longest = Math.max(longest, count)
            }
        }
        return longest
    }

    function longLines() {
        const blocks = [...document.querySelectorAll("p, li, dd, blockquote")].filter(block =>
            shown(block) && block.textContent.length > LONGEST / 2 && !block.querySelector("p, li, dd, blockquote"))
        return blocks.map(block => [block, longestLine(block)]).filter(([, length]) => length > LONGEST)
            .map(([block, length]) => spot(block, `a line has ${length} characters, ${LONGEST} are the most`))
    }

    // --- what people point at -------------------------------------------------------------------------------------

    // WCAG excepts targets in a sentence, those that have a larger twin, and those that look as the browser makes them.
    function inSentence(element) {
        if (!getComputedStyle(element).display.startsWith("inline")) return false
        const block = element.parentElement && blockOf(element.parentElement)
        return block !== null && words(block).length > words(element).length + 1
    }

    const untouched = element => element.localName === "input" && ["checkbox", "radio"].includes(element.type)
        && getComputedStyle(element).appearance === "auto"

    function sizeOf(element) {
        const boxes = [element, ...(element.labels ?? []), ...element.children].map(each => each.getBoundingClientRect())
        return {
            width: Math.max(...boxes.map(box => box.right)) - Math.min(...boxes.map(box => box.left)),
            height: Math.max(...boxes.map(box => box.bottom)) - Math.min(...boxes.map(box => box.top)),
        }
    }

    const isSmall = ({width, height}) => Math.min(width, height) < LEAST - 0.5

    function smallTargets() {
        const targets = [...document.querySelectorAll(POINTED)].filter(element =>
            shown(element) && !around(element, hidden) && !element.disabled)
        const large = new Set(targets.filter(each => !isSmall(sizeOf(each))).map(each => each.href).filter(Boolean))
        return targets.filter(each => isSmall(sizeOf(each)) && !inSentence(each) && !untouched(each) && !large.has(each.href))
            .map(each => spot(each, `${Math.round(sizeOf(each).width)} by ${Math.round(sizeOf(each).height)} pixels`))
    }

    // --- the keyboard ---------------------------------------------------------------------------------------------

    let stops = [], looks = []

    const seen = element => shown(element) && !around(element, each => each.inert) && !element.disabled

    function lookOf(element) {
        const style = getComputedStyle(element)
        const line = name => style[`${name}Style`] === "none" ? "" : style[`${name}Width`] + style[`${name}Color`]
        const names = ["boxShadow", "backgroundColor", "backgroundImage", "color", "textDecorationLine",
            "textDecorationColor", "textDecorationThickness", "transform", "filter", "fontWeight"]
        return [line("outline"), line("borderTop"), line("borderBottom"), ...names.map(name => style[name])].join("|")
    }

    function oneOfEachGroup(element, at, all) {
        if (element.type !== "radio") return true
        const group = all.filter(each => each.type === "radio" && each.name === element.name && each.form === element.form)
        return element === (group.find(each => each.checked) ?? group[0])
    }

    function startWalk() {
        document.activeElement?.blur()
        scrollTo(0, 0)
        stops = [...document.querySelectorAll(FOCUSABLE)].filter(each => each.tabIndex >= 0 && seen(each))
            .filter(oneOfEachGroup)
        looks = stops.map(lookOf)
        return stops.length
    }

    const numbers = color => (color.match(/[\d.]+/g) ?? []).map(Number)
    const light = color => numbers(color).slice(0, 3).map(value => value / 255)
        .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
        .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0)

    function contrast(one, other) {
        const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b)
        return (bright + 0.05) / (dark + 0.05)
    }

    function behind(element) {
        const painted = around(element, each => numbers(getComputedStyle(each).backgroundColor)[3] !== 0)
        return painted ? getComputedStyle(painted).backgroundColor : "rgb(255, 255, 255)"
    }

    function unseen(element, at) {
        const {outlineStyle, outlineWidth, outlineColor, outlineOffset} = getComputedStyle(element)
        if (lookOf(element) === looks[at]) return "nothing shows that it has the focus"
        if (outlineStyle === "none" || outlineStyle === "auto") return ""
        if (numbers(outlineColor)[3] === 0) return "the ring around it is transparent"
        if (parseFloat(outlineWidth) < 2) return `the ring around it is ${outlineWidth} thin`
        const under = parseFloat(outlineOffset) >= 0 ? element.parentElement : element
        const ratio = under ? contrast(outlineColor, behind(under)) : 21
        return ratio < 3 ? `the ring has a contrast of ${ratio.toFixed(1)}:1 with what lies behind it` : ""
    }

    function covered(element) {
        const boxes = [...element.getClientRects()].filter(box => box.width && box.height)
        if (!boxes.length) return "it is not on the page"
        const box = boxes[0]
        const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
        const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
        if (right <= left || bottom <= top) return "it is outside of the window"
        const points = [[0.5, 0.5], [0.2, 0.2], [0.8, 0.8]] // also inside of what is round
            .map(([x, y]) => [left + (right - left) * x, top + (bottom - top) * y])
        const free = points.filter(point => {
            const hit = document.elementFromPoint(...point)
            return hit && (element.contains(hit) || hit.contains(element))
        })
        return free.length > 1 ? "" : "something else covers it"
    }

    // Which stop has the focus, and what is wrong there. Null after the last one, when the browser itself has it.
    function stop() {
        const element = document.activeElement
        if (!element || element === document.body || element === document.documentElement) return null
        const at = stops.indexOf(element)
        if (at < 0) return {at, unseen: null, covered: null}
        const told = {unseen: unseen(element, at), covered: covered(element)}
        return {at, ...Object.fromEntries(Object.entries(told).map(([key, each]) => [key, each ? spot(element, each) : null]))}
    }

    const stopAt = at => spot(stops[at], "")

    // --- language -------------------------------------------------------------------------------------------------

    const langOf = element => around(element, each => each.lang)?.lang ?? ""

    const blockOf = element => around(element, each => !getComputedStyle(each).display.startsWith("inline")) ?? element

    function run(element, text, style) {
        return {selector: selector(element), block: selector(blockOf(element)), text, lang: langOf(element), direction: style.direction}
    }

    function* generatedIn(root) {
        for (const element of root.querySelectorAll("*")) {
            for (const part of ["::before", "::after", "::marker"]) {
                const style = getComputedStyle(element, part)
                const text = /^"(.*)"$/.exec(style.content)?.[1] ?? ""
                if (text.trim() && shown(element)) yield run(element, text, style)
            }
        }
    }

    // Each run of text as it is computed, together with words that style sheets put there.
    function runs() {
        const found = [...generatedIn(document.body)]
        for (const node of textsOf(document.body)) {
            const parent = node.parentElement
            if (["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE"].includes(parent.tagName) || !shown(parent)) continue
            found.push(run(parent, node.data.replace(/\s+/g, " "), getComputedStyle(parent)))
        }
        return found.filter(each => each.text.replace(/[^\p{L}]/gu, "").length >= SHORTEST_TEXT)
    }

    const headings = () => [...document.querySelectorAll("h1, [role=heading][aria-level='1']")].filter(shown).length

    return {overflowing, clipped, spaced, enlarged, longLines, smallTargets, startWalk, stop, stopAt, runs, headings}
})()
