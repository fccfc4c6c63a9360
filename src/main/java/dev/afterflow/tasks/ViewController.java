package dev.afterflow.tasks;

import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved views over HTTP. */
@RestController
@RequestMapping("/api/views")
@Tag(name = "tasks")
class ViewController {

    private final SavedViews views;

    ViewController(SavedViews views) {
        this.views = views;
    }

    @GetMapping
    @Operation(summary = "已存视图 / Saved views, mine and my teams'")
    @PreAuthorize("hasRole('PERSON')")
    List<SavedViews.SavedView> list() {
        return views.of(Who.current());
    }

    @GetMapping("/counts")
    @Operation(summary = "视图数量 / How many each view holds")
    @PreAuthorize("hasRole('PERSON')")
    Map<String, Queues.Count> counts() {
        return views.counts(Who.current());
    }

    @PostMapping
    @Operation(summary = "保存视图 / Save a view, or as a lead share it with a team")
    @PreAuthorize("hasRole('PERSON')")
    @ResponseStatus(HttpStatus.CREATED)
    SavedViews.SavedView save(@RequestBody SavedViews.NewView view) {
        return views.save(view, Who.current());
    }

    @PatchMapping("/{id}")
    @Operation(summary = "重命名视图 / Rename a view")
    @PreAuthorize("hasRole('PERSON')")
    SavedViews.SavedView rename(@PathVariable long id, @RequestBody SavedViews.Renamed renamed) {
        return views.rename(id, renamed.name(), Who.current());
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "删除视图 / Delete a view")
    @PreAuthorize("hasRole('PERSON')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        views.delete(id, Who.current());
    }
}
