package dev.afterflow.notes;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Words begun in a case, {@code message} to its buyer or {@code note} to colleagues, at the browser's door. */
@RestController
@RequestMapping("/api/cases/{number}/draft")
@Tag(name = "Notes")
class DraftController {

    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    /** A draft without data when nothing was begun. */
    @GetMapping
    @PreAuthorize(NoteController.STAFF)
    @Operation(summary = "读取草稿 / Words begun but not sent")
    Drafts.Draft find(@PathVariable String number, @RequestParam(defaultValue = "message") String kind) {
        return drafts.find(number, Drafts.Kind.of(kind)).orElse(Drafts.Draft.NONE);
    }

    @PutMapping
    @PreAuthorize(NoteController.STAFF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "保存草稿 / Keeps words begun")
    void keep(@PathVariable String number, @RequestParam(defaultValue = "message") String kind, @RequestBody JsonNode body) {
        if (!body.path("data").isObject()) {
            throw Problem.malformed("data", "object", "请在 data 中发送草稿", "Send the draft as data");
        }
        drafts.keep(number, Drafts.Kind.of(kind), body.path("data"), Who.current());
    }

    @DeleteMapping
    @PreAuthorize(NoteController.STAFF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "丢弃草稿 / Drops words begun")
    void drop(@PathVariable String number, @RequestParam(defaultValue = "message") String kind) {
        drafts.drop(number, Drafts.Kind.of(kind));
    }
}
