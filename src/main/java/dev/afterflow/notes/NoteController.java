package dev.afterflow.notes;

import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notes of a case at the browser's door. */
@RestController
@RequestMapping("/api/cases/{number}")
@Tag(name = "Notes")
class NoteController {

    static final String STAFF = "hasAnyRole('AGENT','WAREHOUSE','LEAD','SUPERVISOR','FINANCE','LEGAL','MANAGER')";
    private static final int LONGEST_PAGE = 200;

    private final Notes notes;

    NoteController(Notes notes) {
        this.notes = notes;
    }

    /** Notes and the cursor of the page after them, null on the last. */
    record Page(List<Notes.Note> items, String next) {
    }

    @GetMapping("/notes")
    @PreAuthorize("hasRole('PERSON')")
    @Operation(summary = "内部备注 / Notes of a case, newest first")
    Page list(@PathVariable String number, @RequestParam(required = false) Long after, @RequestParam(defaultValue = "50") int limit) {
        int size = Math.max(1, Math.min(LONGEST_PAGE, limit));
        List<Notes.Note> found = notes.of(number, after == null ? Long.MAX_VALUE : after, size + 1);
        return found.size() <= size ? new Page(found, null)
                : new Page(found.subList(0, size), Long.toString(found.get(size - 1).id()));
    }

    @PostMapping("/notes")
    @PreAuthorize(STAFF)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "写内部备注 / Adds a note and calls on whom it names with @")
    Notes.Note add(@PathVariable String number, @RequestBody Notes.NewNote said) {
        return notes.add(number, said, Who.current());
    }

    @GetMapping("/readers")
    @PreAuthorize("hasRole('PERSON')")
    @Operation(summary = "可以 @ 的同事 / Colleagues who may see the case")
    List<Readers.Reader> readers(@PathVariable String number) {
        return notes.readers(number, Who.current());
    }
}
