package dev.afterflow.sandbox;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The sandbox page's buttons for parcels. */
@RestController
@RequestMapping("/sandbox/world")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("isAuthenticated()")
class ParcelController {

    private static final List<String> HOW = List.of("whole", "part", "wrong", "empty", "lost", "underway");

    private final BuyerParcels parcels;

    ParcelController(BuyerParcels parcels) {
        this.parcels = parcels;
    }

    /** One of case and order is enough. */
    record Back(String caseNumber, String orderId, String how) {
    }

    /** The buyer sends the goods back: whole, in part, the wrong thing, an empty box, or they are lost on the way. */
    @PostMapping("/return-parcel")
    WarehouseBooks.Sent sendBack(@RequestBody Back back) {
        if (back.how() == null || !HOW.contains(back.how()) || back.caseNumber() == null && back.orderId() == null) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "name a caseNumber or orderId, and how: " + String.join(", ", HOW));
        }
        return parcels.send(back.caseNumber(), back.orderId(), back.how(), true);
    }

    /** The carrier hands the replacement of a case to the buyer. */
    @PostMapping("/deliver-replacement")
    Map<String, Object> deliver(@RequestBody Back back) {
        return parcels.deliver(back.caseNumber(), true);
    }
}
