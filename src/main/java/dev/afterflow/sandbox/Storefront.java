package dev.afterflow.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A shop of the demo as its marketplace sees it: what it is paid in, who buys there and where they live. */
enum Storefront {

    LANTING("lanting", "T", "CNY", "zh-CN", Shelf.HOME),
    MIDO("mido", "M", "CNY", "zh-CN", Shelf.NURSERY),
    VERDE("verde", "V", "BRL", "en", Shelf.BRAZIL);

    private static final List<String> FAMILY = List.of("张", "王", "李", "赵", "陈", "刘", "杨", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "林", "郭", "何",
            "高", "罗", "郑", "梁", "谢", "宋", "唐", "许", "邓", "冯", "韩", "曹", "欧阳", "上官");
    private static final List<String> GIVEN = List.of("子涵", "雨桐", "浩然", "欣怡", "建国", "丽华", "晓明", "思远", "佳宁", "国庆", "静", "磊", "梦琪", "俊杰",
            "婷婷", "志强", "秀英", "若曦", "一鸣", "海燕", "小龙", "春梅", "宇轩", "可心");
    private static final List<String> PT_GIVEN = List.of("Ana", "João", "Beatriz", "Lucas", "Mariana", "Pedro", "Larissa", "Rafael", "Camila", "Thiago",
            "Juliana", "Mateus", "Fernanda", "Bruno", "Helena", "Caio");
    private static final List<String> PT_FAMILY = List.of("Silva", "Souza", "Oliveira", "Costa", "Pereira", "Almeida", "Ribeiro", "Carvalho", "Gomes",
            "Martins", "Rocha", "Barbosa", "Moreira", "Cardoso");
    private static final List<List<String>> CHINA = List.of(
            List.of("浙江省", "杭州市", "西湖区", "文三路 18 号", "310012"), List.of("广东省", "深圳市", "南山区", "科苑路 9 号", "518057"),
            List.of("四川省", "成都市", "武侯区", "人民南路 66 号", "610041"), List.of("北京市", "北京市", "朝阳区", "建国路 88 号", "100022"),
            List.of("湖北省", "武汉市", "洪山区", "珞喻路 152 号", "430079"), List.of("陕西省", "西安市", "雁塔区", "小寨东路 3 号", "710061"),
            List.of("江苏省", "南京市", "鼓楼区", "中山北路 30 号", "210008"), List.of("山东省", "青岛市", "市南区", "香港中路 12 号", "266071"),
            List.of("新疆维吾尔自治区", "乌鲁木齐市", "天山区", "解放北路 5 号", "830002"), List.of("黑龙江省", "哈尔滨市", "南岗区", "西大直街 92 号", "150001"));
    private static final List<List<String>> BRAZIL = List.of(
            List.of("SP", "São Paulo", "Pinheiros", "Rua dos Pinheiros 870", "05422-001"), List.of("RJ", "Rio de Janeiro", "Botafogo", "Rua Voluntários da Pátria 45", "22270-000"),
            List.of("MG", "Belo Horizonte", "Savassi", "Rua Pernambuco 1000", "30130-150"), List.of("PR", "Curitiba", "Batel", "Av. do Batel 1550", "80420-090"),
            List.of("BA", "Salvador", "Barra", "Av. Oceânica 2400", "40140-130"), List.of("PE", "Recife", "Boa Viagem", "Rua dos Navegantes 700", "51021-010"));

    final String shop;
    final String letter;
    final String currency;
    final String language;
    final List<DemoGoods> goods;

    Storefront(String shop, String letter, String currency, String language, List<DemoGoods> goods) {
        this.shop = shop;
        this.letter = letter;
        this.currency = currency;
        this.language = language;
        this.goods = goods;
    }

    static Storefront of(String shop) {
        return Stream.of(values()).filter(each -> each.shop.equals(shop)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such demo shop: " + shop));
    }

    boolean chinese() {
        return this != VERDE;
    }

    Map<String, Object> money(long minor) {
        return Map.of("minor", minor, "currency", currency);
    }

    /** One of the shop's buyers; some come again and again. */
    Map<String, Object> buyer(Random chance) {
        List<String> families = chinese() ? FAMILY : PT_FAMILY;
        List<String> given = chinese() ? GIVEN : PT_GIVEN;
        int who = (int) (Math.pow(chance.nextDouble(), 1.6) * families.size() * given.size());
        String name = chinese() ? families.get(who % families.size()) + given.get(who / families.size())
                : given.get(who / families.size()) + " " + families.get(who % families.size());
        return Map.of("id", "%s-b%04d".formatted(letter.toLowerCase(), who), "name", name,
                "phone", chinese() ? "139%08d".formatted(20_000_000 + who * 41L + ordinal()) : "+5511%09d".formatted(900_000_000L + who * 53L),
                "language", chinese() ? "zh-CN" : "pt-BR", "address", address(who));
    }

    private Map<String, Object> address(int who) {
        List<List<String>> places = chinese() ? CHINA : BRAZIL;
        List<String> place = places.get(who % places.size());
        return Map.of("country", chinese() ? "CN" : "BR", "province", place.get(0), "city", place.get(1), "district", place.get(2),
                "street", place.get(3), "postcode", place.get(4));
    }
}
