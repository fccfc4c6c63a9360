package dev.afterflow.connections;

import dev.afterflow.connections.Partner.Field;
import dev.afterflow.connections.Partner.Tested;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shops;
import dev.afterflow.vault.Secrets;
import dev.afterflow.vault.VaultClosed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A shop's connections: shown without secrets, changed, and tried with a harmless call. */
@RestController
@RequestMapping("/api/connections/{shop}")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "connections")
class ConnectionController {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionController.class);

    private final List<Partner> partners;
    private final JdbcConnections rows;
    private final Connections connections;
    private final ConnectionBook book;
    private final Secrets secrets;
    private final Shops shops;

    ConnectionController(List<Partner> partners, JdbcConnections rows, Connections connections, ConnectionBook book,
                         Secrets secrets, Shops shops) {
        this.partners = partners.stream().sorted(Comparator.comparing(Partner::word)).toList();
        this.rows = rows;
        this.connections = connections;
        this.book = book;
        this.secrets = secrets;
        this.shops = shops;
    }

    /** A partner and how the shop stands with it; {@code set} is false when the house's account, if any, serves the shop. */
    record Shown(String partner, String titleZh, String titleEn, List<Field> fields, boolean set, boolean inUse, Map<String, String> settings,
                 List<Secrets.Kept> secrets, String changedBy, Instant changedAt, Instant testedAt, String testedBy, Tested tested,
                 List<String> troubles) {
    }

    @GetMapping
    @Operation(summary = "店铺连接 / Connections of a shop", description = "Secrets are never shown: only their last four signs, who set them and when.")
    List<Shown> list(@PathVariable String shop) {
        String known = shops.reachable(shop).id();
        return partners.stream().map(partner -> shown(known, partner)).toList();
    }

    @PutMapping("/{partner}")
    @Operation(summary = "设置连接 / Set a connection", description = "A secret that is left out stays as it is.")
    Shown set(@PathVariable String shop, @PathVariable String partner, @RequestBody ConnectionBook.Wish wish) {
        String known = shops.reachable(shop).id();
        Partner kind = partner(partner);
        book.save(known, kind, wish);
        return shown(known, kind);
    }

    @DeleteMapping("/{partner}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "删除连接 / Remove a connection", description = "With its secrets.")
    void forget(@PathVariable String shop, @PathVariable String partner) {
        book.forget(shops.reachable(shop).id(), partner(partner).word());
    }

    /** No transaction is open while the partner is waited for. */
    @PostMapping("/{partner}/test")
    @Operation(summary = "测试连接 / Test a connection", description = "A real call that moves nothing; answers within 20 seconds.")
    Shown test(@PathVariable String shop, @PathVariable String partner) {
        String known = shops.reachable(shop).id();
        Partner kind = partner(partner);
        book.tested(known, kind.word(), tried(known, kind));
        return shown(known, kind);
    }

    private Tested tried(String shop, Partner partner) {
        try {
            Account account = connections.whole(shop, partner.word()).orElseThrow(() -> Problem.notFound("connection"));
            return partner.test(shop, account);
        } catch (VaultClosed closed) {
            return Tested.badly("密钥无法解开：主密钥已更换或缺失", "The secrets do not open: the master key is missing or another one");
        } catch (Problem refused) {
            throw refused;
        } catch (RuntimeException accident) {
            LOG.warn("The test of {} of {} broke: {}", partner.word(), shop, accident.getClass().getSimpleName());
            return Tested.badly("测试未能完成，请检查各项设置", "The test could not be done; look at the settings");
        }
    }

    private Partner partner(String word) {
        return partners.stream().filter(partner -> partner.word().equals(word)).findFirst().orElseThrow(() -> Problem.notFound("partner"));
    }

    private Shown shown(String shop, Partner partner) {
        List<Secrets.Kept> kept = secrets.of(shop, partner.word());
        return rows.find(shop, partner.word()).map(row -> new Shown(partner.word(), partner.titleZh(), partner.titleEn(), partner.fields(), true,
                        row.inUse(), row.settings(), kept, row.changedBy(), row.changedAt(), row.testedAt(), row.testedBy(), row.tested(),
                        partner.troubles(shop)))
                .orElseGet(() -> new Shown(partner.word(), partner.titleZh(), partner.titleEn(), partner.fields(), false, false, Map.of(), kept,
                        null, null, null, null, null, partner.troubles(shop)));
    }
}
