// Clicks everything on a page, and gives what its content must never bring into it: handlers among it.
() => {
    const wrong = [];
    const banned = "iframe, object, embed, base, meta[http-equiv=refresh i], frame, applet, portal";
    const risky = /url\s*\(|image-set|@import|expression\s*\(/i;
    const outside = /^(https?|mailto|tel):$/;

    const preview = 'iframe.pb-make__frame[sandbox="allow-same-origin"]'; // ours, in which nothing runs
    for (const found of document.querySelectorAll(banned))
        if (!found.matches(preview)) wrong.push(found.outerHTML);
    for (const element of document.querySelectorAll("*")) {
        for (const {name, value} of element.attributes) {
            if (name.startsWith("on")) wrong.push(`${element.tagName} ${name}=${value}`);
            if (name === "style" && risky.test(value)) wrong.push(`${element.tagName} style=${value}`);
        }
        if (element.matches("script") && element.textContent.includes("pwned")) wrong.push(element.outerHTML);
        const address = element.href?.baseVal ?? element.action ?? element.href;
        if (typeof address === "string" && address) {
            const {protocol} = new URL(address, document.baseURI);
            if (!outside.test(protocol)) wrong.push(`${element.tagName} to ${address}`);
        }
    }

    document.addEventListener("click", event => {
        const link = event.target.closest("a");
        if (link && outside.test(link.protocol ?? "")) event.preventDefault();
    }, true);
    const ours = "article :is(a, button, summary, label, svg *), [role=main] a, :root:is(svg) *, .md-search-result a";
    for (const element of document.querySelectorAll(ours))
        element.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
    return wrong;
}
