package dev.afterflow.cases;

import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The one search box at the browser's door. */
@RestController
@Tag(name = "Cases")
class SearchController {

    private final Finder finder;

    SearchController(Finder finder) {
        this.finder = finder;
    }

    @GetMapping("/api/search")
    @PreAuthorize(CaseController.ANYBODY)
    @Operation(summary = "统一搜索 / Finds cases and orders by case number, order, waybill, buyer or the phone's last four digits")
    Finder.Found find(@RequestParam String q) {
        return finder.find(q, Who.current());
    }
}
