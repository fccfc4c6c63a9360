package dev.afterflow.sla;

import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Business time of each shop, in its own time zone, with its public holidays and make-up days. */
@Service
@Transactional(readOnly = true)
public class Calendars {

    private final Shops shops;
    private final JdbcCalendars store;
    private final Audit audit;

    Calendars(Shops shops, JdbcCalendars store, Audit audit) {
        this.shops = shops;
        this.store = store;
        this.audit = audit;
    }

    /** The moment when {@code work} has been worked in this shop, counted from {@code from}. */
    public Instant plusWorking(String shop, Instant from, Duration work) {
        return of(shop).plus(from, work);
    }

    /** The same time of day after this many working days of this shop, the day of {@code from} not counted. */
    public Instant plusWorkingDays(String shop, Instant from, int days) {
        return of(shop).plusDays(from, days);
    }

    /** When this shop works next; {@code from} itself while it works. */
    public Instant opening(String shop, Instant from) {
        return of(shop).opening(from);
    }

    /** How much working time of this shop lies between two moments; zero if {@code to} is not later. */
    public Duration workingBetween(String shop, Instant from, Instant to) {
        return of(shop).between(from, to);
    }

    ShopCalendar show(String shopId) {
        Shop shop = shop(shopId);
        return new ShopCalendar(shop.id(), shop.timeZone(), store.hours(shop.id()), store.days(shop.id(), shop.jurisdiction()));
    }

    @Transactional
    ShopCalendar change(String shopId, List<ShopCalendar.Hours> hours, List<ShopCalendar.OwnDay> days) {
        Shop shop = shop(shopId);
        ShopCalendar.check(hours, days);
        store.replaceHours(shop.id(), hours);
        store.replaceDays(shop.id(), days);
        audit.record(shop.id(), "CALENDAR_CHANGED", "calendar", shop.id(),
                Map.of("hours", hours.size(), "days", days.size()));
        return show(shopId);
    }

    private WorkingTime of(String shopId) {
        return show(shopId).workingTime();
    }

    private Shop shop(String id) {
        return shops.find(id).orElseThrow(() -> Problem.notFound("shop"));
    }
}
