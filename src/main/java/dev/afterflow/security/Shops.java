package dev.afterflow.security;

import java.util.List;
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

    Shops(JdbcClient sql) {
        this.sql = sql;
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

    /** Opens a shop; 409 when its id or prefix is taken. People who belong to every shop belong to it at once. */
    @Transactional
    public void open(Shop shop) {
        try {
            sql.sql("""
                    insert into security.shop (id, prefix, name, brand, platform, time_zone, currency, jurisdiction, language)
                    values (:id, :prefix, :name, :brand, :platform, :timeZone, :currency, :jurisdiction, :language)
                    """).paramSource(shop).update();
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("shops.taken", "店铺编号或单号前缀已被使用", "The shop's id or prefix is taken");
        }
    }
}
