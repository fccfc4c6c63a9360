package dev.afterflow.studio;

import dev.afterflow.studio.JdbcReleases.Release;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record of releases, and where the software and the owners disagree. */
@RestController
@RequestMapping("/api/studio")
@PreAuthorize(StudioController.READ)
@Tag(name = "studio")
class ReleaseController {

    private final Dossiers dossiers;
    private final Conflicts conflicts;

    ReleaseController(Dossiers dossiers, Conflicts conflicts) {
        this.dossiers = dossiers;
        this.conflicts = conflicts;
    }

    @GetMapping("/releases")
    @Operation(summary = "发布记录 / Releases, newest first")
    Dossiers.Page<Release> list(@RequestParam(required = false) Long after, @RequestParam(defaultValue = "50") int limit) {
        return dossiers.releases(after, limit);
    }

    @GetMapping("/releases/{id}")
    @Operation(summary = "一次发布 / One release: who, why, what changed, every hash")
    Dossiers.Recorded one(@PathVariable String id) {
        return dossiers.release(Dossiers.number(id, "release"));
    }

    @GetMapping("/conflicts")
    @Operation(summary = "与软件新版本的冲突 / Conflicts between the software's models and the owners', three ways in words")
    List<Conflicts.Conflict> conflicts() {
        return conflicts.all();
    }
}
