"""The plugin's options in `mkdocs.yml`."""

from __future__ import annotations

from datetime import date, datetime

from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from playbook.choices import Visibility


class Mount(c.Type[str]):
    """A folder of the site, posix, without slashes at its ends; empty for the site's root."""

    def run_validation(self, value: object) -> str:
        """The folder in its plain form.

        Raises:
            ValidationError: for anything that is not a folder below the site's root.
        """
        mount = super().run_validation(value).strip("/")
        if mount and (set(mount.split("/")) & {"", ".", ".."} or set(mount) & set("\\?#%:")):
            raise ValidationError(f"Expected a folder below the site's root, such as brand; got {value!r}")
        return mount


class Day(BaseConfigOption[date]):
    """An ISO date; YAML may have read it as a date already."""

    def run_validation(self, value: object) -> date:
        """The date.

        Raises:
            ValidationError: for anything else than a date without a time.
        """
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            raise ValidationError(f"Expected a date such as 2026-11-21; got {value!r}") from None


class Options(Config):
    """What can be set under `brand-playbook:`."""

    project = c.Optional(c.Dir(exists=True))
    """The folder that holds `brand/` and `content/`; that of `mkdocs.yml` if not given."""

    edition = c.Choice(tuple(level.value for level in Visibility), default=Visibility.INTERNAL.value)
    """The readers the site is for; what is above them is left out."""

    mount = Mount(str, default="")
    """Where in the site the playbook's pages go."""

    nav = c.Choice(("merge", True, False), default="merge")
    """Whether the pages join the navigation (`merge` or `true`) or it is left alone."""

    dress = c.Type(bool, default=True)
    """Whether the brand's logo, colors and fonts dress the whole site."""

    packs = c.Choice(("auto", True, False), default="auto")
    """Whether pieces and kits have a pack for suppliers; `auto`, where there are not too many of them."""

    cache = c.Type(bool, default=True)
    """Whether pieces are kept in `.cache/` of the project from one build to the next."""

    today = c.Optional(Day())
    """The day that dated checks reckon from; the day of the build if not given."""
