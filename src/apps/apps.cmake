foreach(app kiosk pack usage)
endforeach()
