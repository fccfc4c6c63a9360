package dev.afterflow.logistics;

import dev.afterflow.logistics.JdbcArrivals.Unknown;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** The warehouse's door: scan a parcel, open its task, record what nobody expected. */
@RestController
@RequestMapping("/api/receiving")
@Tag(name = "Receiving")
class ReceivingController {

    private static final String HANDS = "hasAnyRole('WAREHOUSE','AGENT','LEAD','SUPERVISOR')";

    private final Receiving receiving;

    ReceivingController(Receiving receiving) {
        this.receiving = receiving;
    }

    /** A parcel by its label; shop and note may be left out. */
    record Scanned(String waybill, String shop, String note) {
    }

    record Attached(String caseNumber) {
    }

    @GetMapping
    @PreAuthorize(HANDS)
    @Operation(summary = "扫描运单 / Finds the return a parcel belongs to by waybill or return number, and the task to open")
    Receiving.Found find(@RequestParam String waybill) {
        return receiving.find(waybill);
    }

    @PostMapping("/arrivals")
    @PreAuthorize(HANDS)
    @Operation(summary = "包裹到仓 / Says that this parcel stands here now; its task opens a moment later")
    Receiving.Found arrived(@RequestBody Scanned parcel) {
        return receiving.arrived(parcel.waybill(), Who.current());
    }

    @PostMapping("/unknown")
    @PreAuthorize(HANDS)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记无主包裹 / Keeps a parcel nobody expected; the same one again is the same record")
    Unknown unexpected(@RequestBody Scanned parcel) {
        return receiving.unexpected(parcel.waybill(), parcel.shop(), parcel.note(), Who.current());
    }

    @GetMapping("/unknown")
    @PreAuthorize(HANDS)
    @Operation(summary = "无主包裹列表 / Parcels nobody expected and no case is known for, the newest first")
    Receiving.Page unexpected(@RequestParam(required = false) Long after, @RequestParam(defaultValue = "50") int limit) {
        return receiving.unexpected(after, limit);
    }

    @PostMapping("/unknown/{id}/attach")
    @PreAuthorize(HANDS)
    @Operation(summary = "归到工单 / Says which case an unexpected parcel belongs to")
    Unknown attach(@PathVariable long id, @RequestBody Attached to) {
        return receiving.attach(id, to.caseNumber(), Who.current());
    }
}
