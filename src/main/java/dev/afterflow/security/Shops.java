package dev.afterflow.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The shops of the company; every room asks here for a shop's currency, zone, law and number prefix. */
@Component
@Transactional(readOnly = true)
public class Shops {

    private static final String COLUMNS = """
            select id, prefix, name, brand, platform, time_zone, currency, jurisdiction, language from security.shop
            """;

    private final JdbcClient sql;
    private final Audit audit;

    Shops(JdbcClient sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** The shop with this id, whoever asks. */
    public Optional<Shop> find(String id) {
        return sql.sql(COLUMNS + "where id = :id").param("id", id).query(Shop.class).optional();
    }

    /** The shop, if the asker of this thread belongs to it; {@link Problem} 404 otherwise. For ids that come in from outside. */
    public Shop reachable(String id) {
        return find(id).filter(shop -> Who.current().shops().contains(shop.id())).orElseThrow(() -> Problem.notFound("shop"));
    }

    /** All shops by id. */
    public List<Shop> all() {
        return sql.sql(COLUMNS + "order by id").query(Shop.class).list();
    }

    /** The shops this one may see, by id. */
    public List<Shop> of(Who who) {
        return all().stream().filter(shop -> who.shops().contains(shop.id())).toList();
    }

    /** Says a shop anew; what numbers and amounts were written under stays as it was. Counts from the next request on. */
    @Transactional
    Shop change(Shop before, Shop shop) {
        fixed("id", before.id(), shop.id());
        fixed("prefix", before.prefix(), shop.prefix());
        fixed("currency", before.currency(), shop.currency());
        sql.sql("""
                update security.shop set name = :name, brand = :brand, platform = :platform, time_zone = :timeZone,
                       jurisdiction = :jurisdiction, language = :language where id = :id
                """).paramSource(shop).update();
        audit.record(shop.id(), "SHOP_CHANGED", "shop", shop.id(), Map.of("before", before, "after", shop));
        return shop;
    }

    private static void fixed(String field, String before, String after) {
        if (!before.equals(after)) {
            throw Problem.invalid(field, "fixed", "此项不能更改：单号和金额已按它记录", "This cannot be changed: numbers and amounts were written under it");
        }
    }

    /** Opens a shop; 409 when its id or prefix is taken. People who belong to every shop belong to it at once. */
    @Transactional
    public void open(Shop shop) {
        try {
            sql.sql("""
                    insert into security.shop (id, prefix, name, brand, platform, time_zone, currency, jurisdiction, language)
                    values (:id, :prefix, :name, :brand, :platform, :timeZone, :currency, :jurisdiction, :language)
                    """).paramSource(shop).update();
            audit.record(Audit.HOUSE, "SHOP_OPENED", "shop", shop.id(), Map.of("name", shop.name(), "brand", shop.brand(), "platform", shop.platform()));
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("shops.taken", "店铺编号或单号前缀已被使用", "The shop's id or prefix is taken");
        }
    }
}
