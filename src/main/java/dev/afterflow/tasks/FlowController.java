package dev.afterflow.tasks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows where a case is on the picture of its process. */
@RestController
@Tag(name = "tasks")
class FlowController {

    private final Flow flow;

    FlowController(Flow flow) {
        this.flow = flow;
    }

    /** The browser keeps the picture and asks whether it still holds. */
    @GetMapping("/api/cases/{number}/flow")
    @Operation(summary = "工单在流程图上的位置 / The case on the picture of its process")
    @PreAuthorize("hasRole('PERSON')")
    ResponseEntity<Flow.Place> flow(@PathVariable String number) {
        Flow.Place place = flow.of(number);
        return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate()).eTag(place.tag()).body(place);
    }
}
