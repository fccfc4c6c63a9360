package dev.afterflow.sla;

import dev.afterflow.security.Shops;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and edits a shop's calendar. */
@RestController
@RequestMapping("/api/calendars/{shop}")
@Tag(name = "Calendars")
class CalendarController {

    /** A shop's new hours and own days; public days are not sent. */
    record Change(List<ShopCalendar.Hours> hours, List<ShopCalendar.OwnDay> days) {
        Change {
            hours = hours == null ? List.of() : List.copyOf(hours);
            days = days == null ? List.of() : List.copyOf(days);
        }
    }

    private final Calendars calendars;
    private final Shops shops;

    CalendarController(Calendars calendars, Shops shops) {
        this.calendars = calendars;
        this.shops = shops;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('AGENT','WAREHOUSE','LEAD','SUPERVISOR','FINANCE','LEGAL','OWNER','MANAGER','DIRECTOR','ADMIN')")
    @Operation(summary = "店铺日历 / Working hours, public holidays and make-up days of a shop")
    ShopCalendar show(@PathVariable String shop) {
        return calendars.show(shops.reachable(shop).id());
    }

    @PutMapping
    @PreAuthorize("hasAnyRole('MANAGER','ADMIN','OWNER')")
    @Operation(summary = "更改日历 / Replaces the working hours and the shop's own days")
    ShopCalendar change(@PathVariable String shop, @RequestBody Change change) {
        return calendars.change(shops.reachable(shop).id(), change.hours(), change.days());
    }
}
