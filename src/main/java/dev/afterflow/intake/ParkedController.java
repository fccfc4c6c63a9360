package dev.afterflow.intake;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The shelf of messages no room could take, for the people who look after it. */
@RestController
@RequestMapping("/api/parked")
@PreAuthorize("hasAnyRole('LEAD', 'MANAGER', 'ADMIN')")
class ParkedController {

    private final Shelf shelf;

    ParkedController(Shelf shelf) {
        this.shelf = shelf;
    }

    @GetMapping
    Page parked(@RequestParam(defaultValue = "9223372036854775807") long after, @RequestParam(defaultValue = "50") int limit) {
        int rows = Math.max(1, Math.min(200, limit));
        List<Parked> items = shelf.parked(after, rows);
        return new Page(items, items.size() < rows ? null : items.get(rows - 1).id());
    }

    @PostMapping("/{id}/retry")
    Outcome retry(@PathVariable long id) {
        return new Outcome(shelf.retry(id).name());
    }

    record Page(List<Parked> items, Long next) {
    }

    record Outcome(String state) {
    }
}
