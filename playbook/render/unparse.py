"""A template as its language writes it: what is left of one of which a part is filled in."""

from __future__ import annotations

from playbook.render.template import Each, Filter, If, Node, Nodes, Slot


def unparsed(nodes: Nodes) -> str:
    """The text of a template of HTML or XML; braces in it that begin no mark are written as references."""
    return "".join(_text(node) for node in nodes)


def _text(node: Node) -> str:
    if isinstance(node, str):
        return node.replace("{{", "&#123;&#123;")
    if isinstance(node, Slot):
        return f"{{{{ {_value(node)} }}}}"
    if isinstance(node, If):
        otherwise = f"{{{{else}}}}{unparsed(node.otherwise)}" if node.otherwise else ""
        asked = f"{'not ' if node.turned else ''}{'.'.join(node.path)}"
        return f"{{{{#if {asked}}}}}{unparsed(node.then)}{otherwise}{{{{/if}}}}"
    return f"{{{{#each {_value(node)} as {node.name}}}}}{unparsed(node.body)}{{{{/each}}}}"


def _value(node: Slot | Each) -> str:
    return " | ".join((".".join(node.path), *map(_filter, node.filters)))


def _filter(found: Filter) -> str:
    return f"{found.name}:{found.argument}" if found.argument else found.name
