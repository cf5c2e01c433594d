## Liens, affiches, et un lieu sur la carte.

link-hello = Soy un robot. Busco para usted. ¿En peligro? Llame al 112, o escriba un SMS al 114.
map-gone = Este lugar ya no está en el directorio. Busque de nuevo: una necesidad y una ciudad.
map-none = No puedo mostrar este lugar en un mapa. Lea lo que dice la lista, o llame.

poster-title = ¿Necesita ayuda?
poster-for = { $need } cerca de { $place }
poster-how = Escanee. Escriba con sus palabras. Es gratis.
poster-danger = ¿En peligro? Llame al 112. SMS: 114.
poster-robot = Es un robot, no un servicio de emergencia. No guarda sus mensajes.
