package dev.afterflow.carriers;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a parcel is, which circuits are open, and pushes nobody could file, at the browser's door. */
@RestController
@RequestMapping("/api/tracking")
@Tag(name = "Carriers")
class TrackingController {

    private final Carriers carriers;
    private final CarrierShelf shelf;
    private final CarrierCircuits circuits;
    private final Shops shops;

    TrackingController(Carriers carriers, CarrierShelf shelf, CarrierCircuits circuits, Shops shops) {
        this.carriers = carriers;
        this.shelf = shelf;
        this.circuits = circuits;
        this.shops = shops;
    }

    record Page(List<JdbcPushes.Parked> items, Long next) {
    }

    @GetMapping("/parcels/{shop}/{carrier}/{waybill}")
    @PreAuthorize("hasRole('PERSON')")
    @Operation(summary = "物流轨迹 / Where a parcel is", description = "What is known now; the tracking service is asked meanwhile, at most every half hour.")
    Trace trace(@PathVariable String shop, @PathVariable String carrier, @PathVariable String waybill) {
        String known = shops.reachable(shop).id();
        if (!carriers.follows(known, carrier, waybill)) {
            throw Problem.notFound("parcel");
        }
        return carriers.trace(known, carrier, waybill);
    }

    @GetMapping("/circuits")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "断开的承运商线路 / Circuits that are not closed")
    List<CarrierCircuits.Open> circuits() {
        Set<String> mine = Who.current().shops();
        return circuits.open().stream().filter(each -> mine.contains(each.circuit().substring(each.circuit().lastIndexOf('/') + 1))).toList();
    }

    @GetMapping("/parked")
    @PreAuthorize("hasAnyRole('LEAD', 'SUPERVISOR', 'ADMIN')")
    @Operation(summary = "无法识别的推送 / Pushes that could not be filed", description = "Newest first.")
    Page parked(@RequestParam(defaultValue = "9223372036854775807") long after, @RequestParam(defaultValue = "50") int limit) {
        int rows = Math.max(1, Math.min(100, limit));
        List<JdbcPushes.Parked> items = shelf.parked(after, rows);
        return new Page(items, items.size() < rows ? null : items.get(rows - 1).id());
    }

    @PostMapping("/parked/{id}/retry")
    @PreAuthorize("hasAnyRole('LEAD', 'SUPERVISOR', 'ADMIN')")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "再次识别 / Read a push once more")
    void again(@PathVariable long id) {
        shelf.again(id);
    }
}
