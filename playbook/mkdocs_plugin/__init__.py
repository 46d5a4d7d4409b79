"""The MkDocs plugin `brand-playbook`: hooks only; what they do stands in the modules beside."""

from __future__ import annotations

import logging
import os
from datetime import date
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from playbook import report
from playbook.choices import Visibility
from playbook.diagnostics import Diagnostic, PlaybookError, Severity
from playbook.i18n import LANGUAGES, text
from playbook.mkdocs_plugin import core, dress, nav, pages, publish, repository, search, sidebar, walk
from playbook.mkdocs_plugin.options import Options

_LOG = get_plugin_logger("brand-playbook")
_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.INFO: logging.INFO}
_ROBOTS = '<meta name="robots" content="noindex">'


class BrandPlaybookPlugin(BasePlugin[Options]):
    """Adds a project's playbook to a site."""

    _serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Learn whether somebody is working on the content, who is not to lose the server by a mistake."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the playbook, for the theme's settings come from it, and set up the theme."""
        self._wanted = self._ask(config)
        self._made = self._make()
        self._site = pages.mounted(self._made.site, self.config.mount)
        self._found = self._walked(Path(config.docs_dir))
        self._docs_dir = config.docs_dir
        config.watch.extend(str(folder) for folder in self._made.watch if self._walked(folder).is_sound)
        self._theme_folder = dress.theme_folder()
        dress.add_folder(config.theme, self._theme_folder)
        dress.link_assets(config)
        self._dressed = self.config.dress and self._made.usable
        if self._dressed:
            dress.put_on(config, self._site, self.config.mount, self._wanted.lang)
        return config

    def _ask(self, config: MkDocsConfig) -> core.Wanted:
        language = str(config.theme.get("language") or "")[:2]
        beside = Path(config.config_file_path or os.curdir).absolute().parent
        root = Path(self.config.project or beside)
        return core.Wanted(
            root=root,
            lang=language if language in LANGUAGES else LANGUAGES[0],
            edition=Visibility(self.config.edition),
            today=self.config.today or date.today(),  # noqa: DTZ011 - the day of whoever builds
            dress=self.config.dress,
            directory_urls=config.use_directory_urls,
            mount=self.config.mount,
            lines=repository.lines(config, root),
            new_file=repository.new_file(config, root),
            cache=self.config.cache,
            packs={"auto": None, True: True, False: False}[self.config.packs],
        )

    def _make(self) -> core.Made:
        try:
            return core.make(self._wanted)
        except PlaybookError as error:
            told = text(self._wanted.lang, error.message, error.facts)
            if not self._serving:
                raise PluginError(told) from None
            _LOG.error(told)
            return core.unusable(told, self._wanted)

    def _walked(self, folder: Path) -> walk.Walked:
        return walk.walk(folder, self._wanted.root, self._made.watch)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Keep MkDocs from a folder that it would not come back from."""
        if not self._found.is_sound:
            config.docs_dir = walk.NOWHERE

    @event_priority(100)
    def _find(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Find the files in its stead, before other plugins look at them."""
        config.docs_dir = self._docs_dir
        if not self._found.is_sound:
            walk.put(files, self._found, config)
        for path in self._found.circles:
            _LOG.warning(text(self._wanted.lang, "plugin.circle", {"path": path}))
        return files

    def on_serve(
        self,
        server: LiveReloadServer,
        /,
        *,
        config: MkDocsConfig,
        builder: object,  # noqa: ARG002
    ) -> LiveReloadServer:
        """Watch, one by one, the folders of what cannot be watched as a whole, for that follows links too."""
        if not self._found.is_sound:
            server.unwatch(config.docs_dir)
        for folder in dict.fromkeys((Path(config.docs_dir), *self._made.watch)):
            found = self._walked(folder)
            for inner in () if found.is_sound else found.folders:
                server.watch(str(folder / inner), recursive=False)
        return server

    def _join(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Say what is wrong, hold back what is not for these readers, add the playbook."""
        for diagnostic in self._made.diagnostics:
            _LOG.log(_level(diagnostic), report.line(diagnostic, self._wanted.lang))
        publish.withhold(publish.sources(publish.inside(files, self._made.watch)))
        hidden = self._hidden(files)
        publish.withhold(hidden)
        to_docs = Path(os.path.relpath(self._wanted.root, config.docs_dir)).as_posix()
        dress.bundle(files, config, dressed=self._dressed)
        self._rare = dress.rare(files)
        joined = pages.join(files, self._site, to_docs, config, over=not self._made.usable)
        self._pages = {page.file.src_uri: page for page in joined.pages}
        config.nav = nav.without(config.nav, frozenset(file.src_uri for file in hidden))
        if self.config.nav:
            rest = nav.others(files, self._pages)
            places = {**{path: path for path in rest}, **joined.places}
            part = nav.ours(self._site, self.config.mount)
            config.nav = nav.laid(config.nav, part, rest, lambda path: places.get(path, ""))
        nav.settle(config.nav, self._pages)
        return files

    on_files = CombinedEvent(_find, _join)

    def _hidden(self, files: Files) -> list[File]:
        """Hand-written pages that are not for the edition's readers."""
        edition = self._wanted.edition
        if edition is Visibility.INTERNAL:
            return []
        levels = {file: publish.visibility(file) for file in files.documentation_pages()}
        for file in (file for file, level in levels.items() if level is None):
            _LOG.warning(text(self._wanted.lang, "plugin.visibility", {"path": file.src_uri}))
        return [file for file, level in levels.items() if not publish.shown(level, edition)]

    def on_nav(self, navigation: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Give the pages that stand in no navigation a place to be seen from."""
        nav.hang(navigation, self._pages, lambda path: _page(files, path))
        self._navigation = navigation
        return navigation

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put the live thing in the place of each reference in a hand-written page."""
        return self._made.refer(markdown, page.file.src_uri) if "[[" in markdown else markdown

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Share what pages have in common, and drop the files that no page turned out to use."""
        below = dress.below(config.theme, self._theme_folder)
        sidebar.share(env, below, self._pages.values(), self._navigation)
        env.globals["playbook_dressed"] = self.config.dress
        env.globals["playbook_logos"] = dress.logos(config, self._site)
        env.globals["playbook_search"] = search.script(config)
        written = [file for file in files.documentation_pages() if file.src_uri not in self._pages]
        lying = [file for file in publish.inside(files, self._made.watch) if not file.generated_by]
        publish.withhold(publish.strays(lying, written, config))
        self._near = self._pages.keys() | {file.src_uri for file in lying}
        return env

    @event_priority(100)  # before the search plugin reads the page
    def on_page_context(
        self,
        context: TemplateContext,
        /,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Let the search find our pages, by their other names too."""
        if isinstance(page, pages.PlaybookPage):
            page.be_found()
            search.put(page, config)
        return context

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Let a page wear its brand, and ask search engines to stay away from what is not for everybody."""
        brand = page.meta.get(pages.BRAND, "") if page.file.src_uri in self._pages else ""
        output = dress.linked(output, self._rare)
        output = dress.marked(output, brand) if brand and self.config.dress else output
        if self._wanted.edition is Visibility.PUBLIC or page.file.src_uri not in self._near:
            return output
        return output.replace("</head>", f"{_ROBOTS}</head>", 1)

    @event_priority(-90)  # after the search plugin has written its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Let the search work from a disk."""
        search.write_index(config)


def _level(diagnostic: Diagnostic) -> int:
    """How loud to say it: a finding that only time brought about must not fail a strict build."""
    return logging.INFO if diagnostic.dated else _LEVELS[diagnostic.severity]


def _page(files: Files, path: str) -> Page | None:
    file = files.get_file_from_path(path)
    return file.page if file else None
