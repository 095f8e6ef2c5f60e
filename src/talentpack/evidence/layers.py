"""Optional content: the layers of the copy show what the original shows when it is opened."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object

from talentpack.evidence.resources import Copier


def copied_layers(root: Object, copier: Copier) -> Dictionary | None:
    """The copy's /OCProperties: the layers and which are on, without names for events, order, locks or other
    configurations. What a *view* event would switch is settled now (ISO 32000-1, 8.11.4.4); *print* and *export* fall away.
    """
    properties = root.get(Name.OCProperties)
    if not isinstance(properties, Dictionary):
        return None
    default = properties.get(Name.D)
    config = default if isinstance(default, Dictionary) else Dictionary()
    on, off = _switched(config)
    copied = Dictionary(ON=_take(on, copier), OFF=_take(off, copier))
    base = config.get(Name.BaseState)
    if base in {Name.ON, Name.OFF, Name.Unchanged}:
        copied[Name.BaseState] = base
    return Dictionary(OCGs=_take(_listed(properties, "/OCGs"), copier), D=copied)


def _listed(holder: Object, key: str) -> list[Object]:
    value = holder.get(key)
    return [item for item in value if isinstance(item, Dictionary)] if isinstance(value, Array) else []


def _take(layers: list[Object], copier: Copier) -> Array:
    return Array([copy for layer in layers if (copy := copier.take(layer, "property")) is not None])


def _switched(config: Object) -> tuple[list[Object], list[Object]]:
    on, off = _listed(config, "/ON"), _listed(config, "/OFF")
    for usage in _listed(config, "/AS"):
        if usage.get(Name.Event) != Name.View:
            continue
        for layer in _listed(usage, "/OCGs"):
            state = _view_state(layer)
            if state is not None:
                on = [*_without(on, layer), *([layer] if state == Name.ON else [])]
                off = [*_without(off, layer), *([layer] if state == Name.OFF else [])]
    return on, off


def _without(layers: list[Object], layer: Object) -> list[Object]:
    return [other for other in layers if not other.is_same_object_as(layer)]


def _view_state(layer: Object) -> Object | None:
    usage = layer.get(Name.Usage)
    view = usage.get(Name.View) if isinstance(usage, Dictionary) else None
    state = view.get(Name.ViewState) if isinstance(view, Dictionary) else None
    return state if state in {Name.ON, Name.OFF} else None
