package dev.afterflow.logistics;

import dev.afterflow.cases.Cases;
import dev.afterflow.logistics.GoodsReturn.Line;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import dev.afterflow.words.Vocabulary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What came back in a case and what was sent out again; where a shop's goods are sent back to. */
@RestController
@Tag(name = "Goods")
class GoodsController {

    private static final String ANYBODY =
            "hasAnyRole('AGENT','WAREHOUSE','LEAD','SUPERVISOR','FINANCE','LEGAL','OWNER','MANAGER','DIRECTOR','ADMIN')";

    private final ReturnedGoods returns;
    private final Replacements replacements;
    private final ReturnAddresses addresses;
    private final Cases cases;
    private final Shops shops;

    GoodsController(ReturnedGoods returns, Replacements replacements, ReturnAddresses addresses, Cases cases, Shops shops) {
        this.returns = returns;
        this.replacements = replacements;
        this.addresses = addresses;
        this.cases = cases;
        this.shops = shops;
    }

    @GetMapping("/api/cases/{number}/goods")
    @PreAuthorize(ANYBODY)
    @Operation(summary = "退货与再次发货 / The goods that come back in a case, and those sent out again")
    Map<String, Object> goods(@PathVariable String number) {
        cases.find(number);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("goods", returns.of(number).map(this::told).orElse(null));
        told.put("replacement", replacements.of(number).orElse(null));
        return told;
    }

    @GetMapping("/api/return-address/{shop}")
    @PreAuthorize(ANYBODY)
    @Operation(summary = "退货地址 / Where a shop's goods are sent back to")
    ReturnAddresses.Address address(@PathVariable String shop) {
        return addresses.of(shops.reachable(shop).id());
    }

    @PutMapping("/api/return-address/{shop}")
    @PreAuthorize("hasAnyRole('OWNER','MANAGER','DIRECTOR')")
    @Operation(summary = "修改退货地址 / Sets the address, in both languages, with name and telephone")
    ReturnAddresses.Address change(@PathVariable String shop, @RequestBody ReturnAddresses.Address address) {
        String known = shops.reachable(shop).id();
        addresses.change(known, address, Who.current().login());
        return addresses.of(known);
    }

    private Map<String, Object> told(GoodsReturn known) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("returnNo", known.returnNo());
        told.put("state", known.state());
        told.put("freightPayer", known.freightPayer());
        told.put("freightAdvanced", known.freightAdvanced());
        told.put("address", known.address());
        told.put("openedAt", known.openedAt());
        told.put("shipBackBy", known.shipBackBy());
        told.put("reminders", known.reminders());
        way(told, known.way());
        count(told, known);
        inspection(told, known.inspection());
        return told;
    }

    private static void way(Map<String, Object> told, GoodsReturn.Way way) {
        told.put("carrier", way.carrier());
        told.put("waybill", way.waybill());
        told.put("sentAt", way.sentAt());
        told.put("lastScanZh", Words.of(way.lastScan(), true));
        told.put("lastScanEn", Words.of(way.lastScan(), false));
        told.put("arrivedAt", way.arrivedAt());
        told.put("confirmBy", way.confirmBy());
    }

    private static void count(Map<String, Object> told, GoodsReturn known) {
        GoodsReturn.Count count = known.count();
        told.put("receivedAt", count.receivedAt());
        told.put("receivedBy", count.by());
        told.put("packedGrams", count.packedGrams());
        told.put("weightGrams", count.weightGrams());
        told.put("light", count.light());
        told.put("otherGoods", count.otherGoods());
        told.put("pictures", count.pictures());
        told.put("note", count.note());
        told.put("expected", known.lines().stream().map(line -> piece(line, line.quantity())).toList());
        told.put("received", count.receivedAt() == null ? List.of() : known.lines().stream().map(line -> piece(line, line.counted())).toList());
    }

    private static Map<String, Object> piece(Line line, Integer quantity) {
        Map<String, Object> piece = new LinkedHashMap<>();
        piece.put("lineId", line.lineId());
        piece.put("sku", line.sku());
        piece.put("title", line.title());
        piece.put("quantity", quantity);
        piece.put("grade", line.grade());
        return piece;
    }

    private static void inspection(Map<String, Object> told, GoodsReturn.Inspection found) {
        told.put("serial", found.serial());
        told.put("findingZh", Findings.told(found.findings(), true));
        told.put("findingEn", Findings.told(found.findings(), false));
        told.put("finding", found.words());
        told.put("inspectedBy", found.by());
        told.put("intact", found.intact());
        told.put("groundZh", Vocabulary.half(found.ground(), true));
        told.put("groundEn", Vocabulary.half(found.ground(), false));
        told.put("deduct", found.deduct());
        told.put("outcome", found.outcome());
    }
}
