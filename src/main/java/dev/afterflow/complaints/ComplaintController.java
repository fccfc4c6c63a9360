package dev.afterflow.complaints;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A case's parcel at the browser's door. */
@RestController
@RequestMapping("/api/cases/{number}")
@Tag(name = "Complaints")
class ComplaintController {

    private final ComplaintFolder folder;

    ComplaintController(ComplaintFolder folder) {
        this.folder = folder;
    }

    @GetMapping("/parcel")
    @PreAuthorize("hasAnyRole('AGENT','WAREHOUSE','LEAD','SUPERVISOR','FINANCE','LEGAL','MANAGER')")
    @Operation(summary = "包裹轨迹、归类和补救办法 / The parcel's trace, what it was called, and how it is made good")
    ComplaintFolder.View show(@PathVariable String number) {
        return folder.open(number);
    }
}
